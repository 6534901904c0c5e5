/** What makes itself heard. Every wait ends at once when its signal does, with an error. */
export interface Sound {
  /** False: the browser wants a touch before it lets anything be heard. */
  allowed(): boolean;
  /** After a touch. */
  unlock(): void;
  /** Calls back when `allowed` may have changed. */
  subscribe(listener: () => void): () => void;
  chime(volume: number, until: AbortSignal): Promise<void>;
  /** A sound file, to its end. Rejects when it cannot be had or understood. `volume`: 0 to 1. */
  play(path: string, volume: number, until: AbortSignal): Promise<void>;
  close(): void;
}

/** Three falling tones, like a bell: our own. Hertz, and when each is struck, seconds. */
const CHIME = [
  { tone: 783.99, at: 0 },
  { tone: 659.25, at: 0.45 },
  { tone: 523.25, at: 0.9 },
] as const;
const RINGS_S = 1.6;
/** A pause before the voice. */
const PAUSE_S = 0.3;

/** The browser's own sound. Whole files are decoded before they begin, so that nothing stutters on a slow disk. */
export function browserSound(): Sound {
  const context = new AudioContext();

  /** Resolves when a source has ended; stops it when the signal ends first. */
  function heard(source: AudioScheduledSourceNode, until: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = () => {
        source.onended = null;
        source.stop();
        source.disconnect();
        reject(new Error("stopped"));
      };
      source.onended = () => {
        until.removeEventListener("abort", stop);
        source.disconnect();
        resolve();
      };
      if (until.aborted) stop();
      else until.addEventListener("abort", stop, { once: true });
    });
  }

  function louder(volume: number): GainNode {
    const gain = context.createGain();
    gain.gain.value = volume;
    gain.connect(context.destination);
    return gain;
  }

  return {
    allowed: () => context.state === "running",
    unlock: () => void context.resume(),
    subscribe(listener) {
      context.addEventListener("statechange", listener);
      return () => context.removeEventListener("statechange", listener);
    },
    async chime(volume, until) {
      until.throwIfAborted();
      const all = louder(volume * 0.5);
      const begins = context.currentTime + 0.05;
      const ringing = CHIME.map(({ tone, at }) => {
        const [source, bell] = [context.createOscillator(), context.createGain()];
        source.frequency.value = tone;
        bell.gain.setValueAtTime(0, begins + at);
        bell.gain.linearRampToValueAtTime(1, begins + at + 0.015);
        bell.gain.exponentialRampToValueAtTime(0.001, begins + at + RINGS_S);
        source.connect(bell).connect(all);
        source.start(begins + at);
        source.stop(begins + at + RINGS_S + PAUSE_S);
        return heard(source, until).finally(() => bell.disconnect());
      });
      await Promise.all(ringing).finally(() => all.disconnect());
    },
    async play(path, volume, until) {
      const answer = await fetch(path, { signal: until });
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      const buffer = await context.decodeAudioData(await answer.arrayBuffer());
      until.throwIfAborted();
      const source = context.createBufferSource();
      const gain = louder(volume);
      source.buffer = buffer;
      source.connect(gain);
      source.start();
      await heard(source, until).finally(() => gain.disconnect());
    },
    close: () => void context.close(),
  };
}
