namespace Sealcam.Tests;

/// <summary>Published answers of AES-128, as hex.</summary>
public static class CipherVectors
{
    // FIPS 197, appendix B, and the key of SP 800-38A, F.2.1.
    public const string KeyB = "2b7e1516 28aed2a6 abf71588 09cf4f3c";
    public const string PlainB = "3243f6a8 885a308d 313198a2 e0370734";
    public const string CipherB = "3925841d02dc09fbdc118597196a0b32";

    // FIPS 197, C.1.
    public const string KeyC = "00010203 04050607 08090a0b 0c0d0e0f";
    public const string PlainC = "00112233 44556677 8899aabb ccddeeff";
    public const string CipherC = "69c4e0d86a7b0430d8cdb78070b4c55a";

    // SP 800-38A, F.2.1.
    public const string Iv = "00010203 04050607 08090a0b 0c0d0e0f";
    public const string Plain = "6bc1bee22e409f96e93d7e117393172a ae2d8a571e03ac9c9eb76fac45af8e51"
        + " 30c81c46a35ce411e5fbc1191a0a52ef f69f2445df4f9b17ad2b417be66c3710";
    public const string Chained = "7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2"
        + "73bed6b8e3c1743b7116e69e222295163ff1caa1681fac09120eca307586e1a7";
}
