import { openApp } from "../server/app.server.ts";
import type { Command } from "./tool.ts";

/** The first half of `npm run demo`: an administrator, a translator… to sign in as; their passwords are printed once. */
export const demoMembers: Command = async (_, { settings, say }) => {
  const app = await openApp(settings, say);
  try {
    const members = await app.useCases.makeDemoMembers();
    if (members.length === 0) say("Demo members are there; their passwords were printed when they were made. To begin anew, delete data-demo.");
    else say("Demo members · Tài khoản dùng thử (passwords are printed only this once · mật khẩu chỉ hiện một lần):");
    for (const { email, password, roles, lang } of members) say(`  ${email.padEnd(36)} ${password}  ${roles.join(", ")} (${lang})`);
    say("A display · Màn hình dùng thử: open /display in another browser or a private window, and type its code at /workbench/displays");
    say("as the technician · mở /display ở một trình duyệt khác hoặc cửa sổ riêng tư, rồi kỹ thuật viên nhập mã tại /workbench/displays.");
    return 0;
  } finally {
    await app.close();
  }
};
