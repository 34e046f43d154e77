namespace Sealcam;

/// <summary>
/// The fingerprint of a device ID in words, to be said over a telephone: one of 256 words for each of the ID's first five
/// bytes, the same 40 bits that the written fingerprint shows.
/// </summary>
public static class FingerprintWords
{
    private const int Letters = 4;

    // 256 words of four letters, in alphabetical order, without anything between them.
    private const string All =
        "ableacidagedalsoareaarmyatomauntawaybabybackballbandbankbarnbasebathbeadbeambeanbearbeatbellbelt"
        + "bendbikebirdblueboatbodyboltbonebookbootbowlbrimbulbbullbushcagecakecalmcampcapecardcartcasecash"
        + "cavechefcityclayclipclubcoalcoatcodecoincoldconecookcoolcopycordcorkcorncovecrabcrewcropcrowcube"
        + "curecurldaredartdawndeckdeerdeskdialdicedishdockdomedoordovedowndrawdrumduckdunedusteachearleast"
        + "easyechoedgeepicevenexitfacefactfairfallfarmfastfernfilmfinefirefishfiveflagflatflowfoamfoldfont"
        + "footforkformfortfourfrogfuelfullfundgalagamegategeargiftgladglowgluegoalgoatgoldgolfgoodgraygrid"
        + "gripgulfhailhalfhallhandharphawkheatherbherdherohillhiveholdholehomehoodhookhopehornhosthourhuge"
        + "huntideainchironitemjadejazzjoinjokejulyjumpjunejuryjustkeenkeepkelpkingkitekneeknotlacelakelamb"
        + "lamplandlanelarklavalawnleadleaflensliftlilylimelinelionlistloadloafloftlogolonglooploudlunglynx"
        + "mailmainmaltmanemarsmaskmastmathmazemealmeltmenumildmilkmillminemintmistmoonmossmothnailnamenavy"
        + "nearnecknestnewsninenoonnosenoteoathoatsomenonyxopenovalovenover";

    /// <summary>"boat-gate-..." of the text form of a device ID.</summary>
    public static string Of(string deviceId)
    {
        string text = "";
        int held = 0, bits = 0;
        for (int i = 0; i < 8; i++)
        {
            char c = deviceId[i];
            held = held << 5 | (c >= 'a' ? c - 'a' : c - '2' + 26);
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                int index = held >> bits & 255;
                held &= (1 << bits) - 1;
                text += (text.Length > 0 ? "-" : "") + All.Substring(index * Letters, Letters);
            }
        }

        return text;
    }
}
