namespace Sealcam.Tests;

/// <summary>
/// Signature Version 4 against the two worked examples of AWS ("Signature Calculations for the Authorization Header: Transferring
/// Payload in a Single Chunk"): GET Object with a range, and PUT Object.
/// </summary>
[TestClass]
public class S3Tests
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", Time = "20130524T000000Z";
    private const string Empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private const string Welcome = "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072";

    [TestMethod]
    public void TheSignatureIsThatOfAwssExamples()
    {
        var signer = new S3Signer(new ManagedMac(), "us-east-1", Secret);
        Assert.AreEqual("20130524/us-east-1/s3/aws4_request", signer.Scope(Time));
        Assert.AreEqual("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41", signer.Sign(Time,
            "GET\n/test.txt\n\nhost:examplebucket.s3.amazonaws.com\nrange:bytes=0-9\nx-amz-content-sha256:" + Empty
            + "\nx-amz-date:20130524T000000Z\n\nhost;range;x-amz-content-sha256;x-amz-date\n" + Empty));
        Assert.AreEqual("98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd", signer.Sign(Time,
            "PUT\n" + S3Path.Encode("/test$file.text") + "\n\ndate:Fri, 24 May 2013 00:00:00 GMT\n"
            + "host:examplebucket.s3.amazonaws.com\nx-amz-content-sha256:" + Welcome + "\nx-amz-date:20130524T000000Z\n"
            + "x-amz-storage-class:REDUCED_REDUNDANCY\n\ndate;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class\n"
            + Welcome));
    }

    [TestMethod]
    public void ANewDayHasANewKeyAndTheOldOneComesBack()
    {
        var signer = new S3Signer(new ManagedMac(), "us-east-1", Secret);
        string first = signer.Sign(Time, "x");
        string next = signer.Sign("20130525T000000Z", "x");
        Assert.AreNotEqual(first, next);
        Assert.AreEqual(first, signer.Sign(Time, "x"));
    }

    [TestMethod]
    public void TimesAreWrittenInUtc()
    {
        Assert.AreEqual(Time, S3Signer.TimeText(1369353600));
        Assert.AreEqual("20280229T235959Z", S3Signer.TimeText(1835481599));
    }

    [TestMethod]
    public void APathIsEncodedOnceWhateverWasGiven()
    {
        Assert.AreEqual("/a-b.c_d~e/{device}/{order}.jpg", S3Path.Encode("/a-b.c_d~e/{device}/{order}.jpg"));
        Assert.AreEqual("/%24%26%2B%2C%3A%3B%3D%40%21%27%28%29%2A", S3Path.Encode("/$&+,:;=@!'()*"));
        Assert.AreEqual("/%20A%2F%C3%A4%7B%25", S3Path.Encode("/%20%41%2f%c3%a4%7b%25"));
    }

    [TestMethod]
    public void EveryFixedHeaderIsSignedInOrder()
    {
        var store = Stores.S3("put https://bucket.s3.amazonaws.com/in/{device}/{order}.jpg",
            "x-amz-storage-class: STANDARD_IA", "Cache-Control: a   b");
        string head = Stores.Head(store, 1, 2, 1790000000);
        Assert.IsTrue(head.IndexOf("PUT /in/" + Stores.Device + "/0000000001-0000000002.jpg HTTP/1.1.."
            + "Host: bucket.s3.amazonaws.com..Content-Type: image/jpeg.."
            + "x-amz-storage-class: STANDARD_IA..Cache-Control: a b..") == 0, head);
        Assert.IsTrue(head.IndexOf("..x-amz-content-sha256: UNSIGNED-PAYLOAD..x-amz-date: 20260921T141320Z.."
            + "Authorization: AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260921/us-east-1/s3/aws4_request,"
            + "SignedHeaders=cache-control;content-type;host;"
            + "x-amz-content-sha256;x-amz-date;x-amz-storage-class,Signature=") > 0, head);
        string canonical = "PUT\n/in/" + Stores.Device + "/0000000001-0000000002.jpg\n\n"
            + "cache-control:a b\ncontent-type:image/jpeg\nhost:bucket.s3.amazonaws.com\n"
            + "x-amz-content-sha256:UNSIGNED-PAYLOAD\nx-amz-date:20260921T141320Z\n"
            + "x-amz-storage-class:STANDARD_IA\n\n"
            + "cache-control;content-type;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class\nUNSIGNED-PAYLOAD";
        string signature = new S3Signer(new ManagedMac(), "us-east-1", Secret).Sign("20260921T141320Z", canonical);
        Assert.IsTrue(head.IndexOf(",Signature=" + signature + "..Content-Length: 500....") > 0, head);
        Assert.IsTrue(head.IndexOf(Secret) < 0);
    }
}
