/**
 * Does `work`, and `cleanUp` after it in any case.
 * @throws what failed; an AggregateError if both did
 */
export async function thenAlways<Result>(work: () => Promise<Result>, cleanUp: () => Promise<void>): Promise<Result> {
  let result: Result;
  try {
    result = await work();
  } catch (error) {
    await cleanUp().catch((second: unknown) => {
      throw new AggregateError([error, second]);
    });
    throw error;
  }
  await cleanUp();
  return result;
}
