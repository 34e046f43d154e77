namespace Sealcam;

/// <summary>The upper half of the comb's table: 32 multiples of the base point.</summary>
/// <remarks>
/// Entry i is the sum over t = 0 .. 5 of s_t * 2^(44 t + 22) * G, where s_5 = 1 and s_t = 1 or -1 as bit t of i is 1 or 0; x
/// and y in Montgomery form, four 64-bit words each, the lowest first. A test computes every entry anew.
/// <para>
/// The numbers stand in the code, which the interpreter reads where it lies in flash. An array with an initialiser would be
/// copied to the heap at start (RuntimeHelpers.InitializeArray), 2 KB here.
/// </para>
/// </remarks>
public static class CombHigh
{
    /// <summary>Sets x and y to entry <paramref name="index"/> (0 to 31), y times <paramref name="sign"/> (1 or -1).</summary>
    public static void Load(int index, long sign, long[] x, long[] y)
    {
        switch (index)
        {
            case 0:
                CombTable.Unpack(0xF760C5381D880751, 0x599462846E28D45D, 0x79CA88AB723A4F49, 0x6202429418A9AE16,
                    0x059407FFCC675ECD, 0x09B3B8C78B5EE665, 0xFB45FCDF906AA54E, 0x9AF1377F7F883CC4, sign, x, y);
                break;
            case 1:
                CombTable.Unpack(0xB665A9430E330AE2, 0xC84D16D98A1160A5, 0x98F63EA33F70C992, 0xEFBAE85CDEAE214F,
                    0x4FC12671C75D0B36, 0x58FD315831851799, 0x654EA296BE2A08E8, 0x5D29ED64FCAE2F1D, sign, x, y);
                break;
            case 2:
                CombTable.Unpack(0xBB3C89831DCF2EE3, 0x5F9E0E4D7877125E, 0x3455C9DE3160678C, 0x4E5297D8F4F5963B,
                    0x56A179EC865D545E, 0x97A80F7354774138, 0x9CD1CFB617BDCCDF, 0x2FCF08BB27C33AD4, sign, x, y);
                break;
            case 3:
                CombTable.Unpack(0xC520DFECE0F535DD, 0xFDC9FAB05AD3D572, 0x464316AEAFE67B20, 0xC14D8CF93A5A3869,
                    0x55004E400FDB9D16, 0x175E5FF8CA793C21, 0x0740FF5623450A04, 0x5B0C77D2296F7CE2, sign, x, y);
                break;
            case 4:
                CombTable.Unpack(0x6A8149B06B9BF560, 0x16ED0F70F9F8330D, 0x7285DCBBBFDEA39C, 0x125A8935C7D1AD84,
                    0xEF368ABB9F08D1BB, 0x8D75506074ACF6C8, 0xF2CBF0A1338C0614, 0xBAC5882A09FECEAF, sign, x, y);
                break;
            case 5:
                CombTable.Unpack(0xC5D28AB5B62DC187, 0xA9D923ADE54C7008, 0x0EB3653589F1E2B2, 0xEF771F4C14167DFB,
                    0x22E332900AC49A72, 0x87092BE4BC9AF7DA, 0x7DD78E8913404594, 0x01EFD0B8E2A6144C, sign, x, y);
                break;
            case 6:
                CombTable.Unpack(0xFAFCDF660ECA0AEB, 0xC76CDE95471FCD08, 0xE395E4FF1B67F4B7, 0x94E26A528D1E7C50,
                    0xFDD49D0932D77CAF, 0x058AAF45014F8EF5, 0xEA2E73233CF2F000, 0xE5720E8ABD54D715, sign, x, y);
                break;
            case 7:
                CombTable.Unpack(0xAF07EACFD8C67D0A, 0x50AFFBAEE13013D0, 0xE3885CEF13611D93, 0x94790A286AF27056,
                    0xF82D0D34DD40F320, 0x1FDEB25F56400916, 0x1C43DC76A51C2954, 0x4D5DB6A85BE2D86C, sign, x, y);
                break;
            case 8:
                CombTable.Unpack(0xC55B47C3F4EFBBDC, 0x6B519718C0317389, 0x97BD68F5AA0511B7, 0xDDA9B40B98BE72C6,
                    0x22BC68C49489FFAE, 0x765621C7F959B3F5, 0x417E704C90AE5F67, 0xD09969C26C132C6A, sign, x, y);
                break;
            case 9:
                CombTable.Unpack(0x29EB4035A92999E3, 0x244935DEABEBB3BC, 0xC5AE6A9884E9CA1B, 0x1499189231690EC4,
                    0x6CC5C45763E53918, 0x1A96BD8528EF83F6, 0xB7A43618B09C380E, 0x795E3B64D886D0CB, sign, x, y);
                break;
            case 10:
                CombTable.Unpack(0x0B3F653CCC90445D, 0xF6B2F6C0ECA3CAEA, 0xEF79DFB1A02EB529, 0x62F4946607697CF9,
                    0x6F43A0BB32B86991, 0x2C591D14873C86AE, 0x5534AA2116A850FB, 0x308A579CD904F26E, sign, x, y);
                break;
            case 11:
                CombTable.Unpack(0x558027D562FDDBDF, 0x343A502D2E1718C1, 0x0E6C1B883EA10AA1, 0x68C2A9E585F5D078,
                    0x47E28FF5172A2F45, 0x15906BE74A615AEA, 0x827A617236AAAF5D, 0xD186E6225A19F46A, sign, x, y);
                break;
            case 12:
                CombTable.Unpack(0x8A081569DD4EE9A1, 0x29E92E3094A18EB8, 0xB107C3CC2FA26EBC, 0xAAC18D2737A87CC3,
                    0x1788DEA71A057CAD, 0x560CB7D81924F8BF, 0x6E8E295273DFACF0, 0x0D0E2417BE0542B5, sign, x, y);
                break;
            case 13:
                CombTable.Unpack(0x19D8CD7F26813D5E, 0x33CB773B36FC1E8C, 0xE9A28488FBAE6519, 0xA1097100144A4DDE,
                    0x1E107D32FC725D46, 0xF9B098DF8F96A829, 0xC931FD67531EAA43, 0x39F43B059805141D, sign, x, y);
                break;
            case 14:
                CombTable.Unpack(0xEC5DF7A5CB657466, 0xE1B437186D782E7A, 0xB3F10F59E249AB6D, 0xCD839B0304EDEFB6,
                    0x03F46EC72F9740C7, 0x5F609E741DE15EFA, 0x2E8210E11D59F431, 0xAF7E0770AC9B94CA, sign, x, y);
                break;
            case 15:
                CombTable.Unpack(0x5F6276A1B9400840, 0xF36604132CA5A733, 0x94352E7024B0C92B, 0x3507723BED24F154,
                    0x8B3FCF6DF1F21A1B, 0xE08F2D4BCB415599, 0xB93D408981E1EF9C, 0x04AEAED552D91B8B, sign, x, y);
                break;
            case 16:
                CombTable.Unpack(0x6AC09090E1D1B7D7, 0xC78B8084C467FCBE, 0x8EE488EE9BC5572C, 0xB65B50DC4628E58A,
                    0x26A49B441C93BEC5, 0xC111248F04095FE3, 0x02CBA30F4F2F31C9, 0xBDA49DB781651ECB, sign, x, y);
                break;
            case 17:
                CombTable.Unpack(0x403A31B397A829C4, 0xE8E78ED6991286C7, 0x5F576FBC16721992, 0x373D36A3EFB686BF,
                    0xE3AA8DF8691A7E0A, 0x7F9E197274AE765A, 0xC892177C45330188, 0x44B4C785AE59DA7E, sign, x, y);
                break;
            case 18:
                CombTable.Unpack(0x36BFE6F9B9B25E6C, 0xED3C5AE9DB6A73DB, 0xE595D3B372208CBD, 0x079AF0D0E96E519C,
                    0x32E69F5190DB2114, 0x928F4BDB712B4B90, 0x8C7EE60AE29117C7, 0xF2C33E5AEAF36A49, sign, x, y);
                break;
            case 19:
                CombTable.Unpack(0x75D0A0DAD9E7282D, 0x889A8ECB5682AAEC, 0x9C1968B19EE6D559, 0xE9F69839FF2A3C00,
                    0xDAF69EBEEDC4AE08, 0xC8DCBD722D44FD14, 0x868C0877B90E79B1, 0x69EEF80554BD5883, sign, x, y);
                break;
            case 20:
                CombTable.Unpack(0x7CAC751B0164989E, 0xD5E90F8C66B39EF4, 0x8BA9AB937DEF0B5D, 0xFA5DE1C7183EE776,
                    0xE2B80BB7C11E4334, 0x57A7723CD979C2C2, 0x899B2CD4D2910CA2, 0x64694BEB0063919E, sign, x, y);
                break;
            case 21:
                CombTable.Unpack(0xE8A8B8A7A6421C35, 0xEC040831C75381CD, 0x3E68A9A6464DC565, 0x8DD0F440C14014D9,
                    0x26C62A2AE06A0233, 0x6E6FB72CFF493BD9, 0x0A8949F17F2DEB3A, 0x231141FC014122CB, sign, x, y);
                break;
            case 22:
                CombTable.Unpack(0x89ED388DF5EAFC4E, 0x0524E81ED4E6F905, 0xB82B701DDF5BA109, 0x60DC252F0877C5B1,
                    0xBC80F75430240CDB, 0x0E4BB70E47903E2A, 0x9412E0E645394A42, 0xEDD0B51686419962, sign, x, y);
                break;
            case 23:
                CombTable.Unpack(0x90F1E98CB937E996, 0x1B41183F338D889B, 0x83E94AA9BBBABB5D, 0x90AC598B0A60936F,
                    0x551A47B2F586F680, 0x66F6E520B1DBED19, 0xC1DDB6EDAB67ECB1, 0xDB7CDA9ED464E28A, sign, x, y);
                break;
            case 24:
                CombTable.Unpack(0xE8F2A09EC9176728, 0x1648DB41A7093C1B, 0xD2AB415ADE25B26C, 0xB1B2D30FA7962490,
                    0x67AE7C3B8B1044EB, 0xB3BB10DFC9989F86, 0x029C6C51478BBA29, 0x328D90571D61CDEF, sign, x, y);
                break;
            case 25:
                CombTable.Unpack(0x7F37BCA1CEC7B93B, 0x4382FEB55001C45C, 0x9D50C275D20FF9F5, 0xA77CD10D481A06E4,
                    0x1025D948269A149B, 0xBBD98FAAB8127D45, 0x6A56950D756BE578, 0x790DBBF7A44F85E1, sign, x, y);
                break;
            case 26:
                CombTable.Unpack(0x1EF6B5D658F28F34, 0xD06A9EDE2AC10855, 0x0061F3823C6BC27D, 0xB9DEA98BB47BF009,
                    0xF7EF8DEF519D7AB4, 0xF7E1CC7AFB750D74, 0x33880868EC8B01FD, 0xC60B3448978A1516, sign, x, y);
                break;
            case 27:
                CombTable.Unpack(0xA7D8BD7616898581, 0xD381BC9A8885E54D, 0xE392B1C55AA3F0ED, 0x6DDB8E3B024E313A,
                    0xD7BEDAC681185C85, 0x3B2C6828719E096B, 0x3272F708AEE0B90F, 0xDE85022F4CDA9FB5, sign, x, y);
                break;
            case 28:
                CombTable.Unpack(0xDE579B383007DDBE, 0x162FB0B7690B5D26, 0x22CC9B1F5115F58E, 0xE1336A30E3DC2641,
                    0x17A30C12C88157CD, 0xEEA943E512DF186F, 0x8672EF078D288F28, 0x45E7DF0372B2A19D, sign, x, y);
                break;
            case 29:
                CombTable.Unpack(0xE06353275A15F835, 0x01E4C28537CFD829, 0x5D2A4BF352BCDCB7, 0x14F22E14BCE0A3DD,
                    0x996C004FD064972E, 0x8412C7DCBBDA7C27, 0x7ECAE9CF7814BA81, 0x257FFBB72EC5030D, sign, x, y);
                break;
            case 30:
                CombTable.Unpack(0xF0DB5ABFDE1FE744, 0x1C777669F9D0D465, 0xCFFE5A17E8A446E5, 0x2D9CE444636575B0,
                    0xF783D2E6DE91CEA8, 0x1F9E9731BD2CDD33, 0x404E5A0DDC2A55B9, 0xD348CA02FA09C71F, sign, x, y);
                break;
            default:
                CombTable.Unpack(0xD410DB738B9064BE, 0x9E8926A21B1AE199, 0x1E7B186843E7A34F, 0xCEDB01C4AC1ADC8F,
                    0x93DA9420B5BBF2AB, 0xC5032907D3008207, 0xE6C45B0BA3819AFC, 0x1661D63ABD923D37, sign, x, y);
                break;
        }
    }
}
