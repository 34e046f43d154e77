// The package leaves the ending out of some of its own imports, which bundlers allow and Node does not.
export async function resolve(specifier, context, next) {
  try {
    return await next(specifier, context);
  } catch (error) {
    if (!specifier.startsWith('.')) {
      throw error;
    }
    return next(`${specifier}.js`, context);
  }
}
