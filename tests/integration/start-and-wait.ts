import { startServer } from '../../packages/store/src/embedded/server.ts';

/** For the test that kills its program: prints the server's number and stays. */
export async function startAndWait(folder: string): Promise<void> {
  const { pid } = await startServer({ folder });
  console.log(pid);
  setInterval(() => undefined, 1000);
}
