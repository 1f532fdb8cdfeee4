import fc from "fast-check";

// Random texts are the same each time, so that a red test says what changed. FC_SEED=… tries others.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_122) });
