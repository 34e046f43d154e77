namespace Sealcam.Verify;

/// <summary>What the verifier says about one file.</summary>
/// <param name="Verdict">A letter of <see cref="Sealcam.Verify.Verdict"/>.</param>
/// <param name="Reason">One plain sentence for a person.</param>
/// <param name="Token">
/// The signed claims; null unless they are proved (verdicts X, U and N): claims of a still that is not authentic are no facts.
/// </param>
public sealed record Finding(char Verdict, string Reason, Token? Token);
