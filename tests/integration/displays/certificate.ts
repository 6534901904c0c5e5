import { generateKeyPairSync, sign } from "node:crypto";

/** One value in DER (ITU-T X.690). */
function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const length = body.length < 128 ? [body.length] : body.length < 256 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

const [INTEGER, BITS, OBJECT, TEXT, SEQUENCE, SET, TIME, VERSION] = [0x02, 0x03, 0x06, 0x0c, 0x30, 0x31, 0x17, 0xa0] as const;
/** ecdsa-with-SHA256, and the common name of a subject. */
const ALGORITHM = der(SEQUENCE, der(OBJECT, Buffer.from("2a8648ce3d040302", "hex")));
const COMMON_NAME = der(OBJECT, Buffer.from("550403", "hex"));

const time = (at: number) => der(TIME, Buffer.from(`${new Date(at).toISOString().slice(2, 19).replace(/\D/g, "")}Z`));
const pem = (what: string, bytes: Buffer) =>
  `-----BEGIN ${what}-----\n${(bytes.toString("base64").match(/.{1,64}/g) ?? []).join("\n")}\n-----END ${what}-----\n`;

/** A certificate that signs itself, and its key: for a month, of a machine's name. */
export function selfSigned(name: string): { cert: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const subject = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(TEXT, Buffer.from(name)))));
  const validity = der(SEQUENCE, time(Date.now() - 86_400_000), time(Date.now() + 30 * 86_400_000));
  const version = der(VERSION, der(INTEGER, Buffer.from([2])));
  const key = publicKey.export({ type: "spki", format: "der" });
  const body = der(SEQUENCE, version, der(INTEGER, Buffer.from([1])), ALGORITHM, subject, validity, subject, key);
  const signature = der(BITS, Buffer.from([0]), sign("sha256", body, privateKey));
  return { cert: pem("CERTIFICATE", der(SEQUENCE, body, ALGORITHM, signature)), key: privateKey.export({ type: "pkcs8", format: "pem" }).toString() };
}
