namespace Sealcam;

/// <summary>The lower half of the comb's table: 32 multiples of the base point.</summary>
/// <remarks>
/// Entry i is the sum over t = 0 .. 5 of s_t * 2^(44 t) * G, where s_5 = 1 and s_t = 1 or -1 as bit t of i is 1 or 0; x
/// and y in Montgomery form, four 64-bit words each, the lowest first. A test computes every entry anew.
/// <para>
/// The numbers stand in the code, which the interpreter reads where it lies in flash. An array with an initialiser would be
/// copied to the heap at start (RuntimeHelpers.InitializeArray), 2 KB here.
/// </para>
/// </remarks>
public static class CombLow
{
    /// <summary>Sets x and y to entry <paramref name="index"/> (0 to 31), y times <paramref name="sign"/> (1 or -1).</summary>
    public static void Load(int index, long sign, long[] x, long[] y)
    {
        switch (index)
        {
            case 0:
                CombTable.Unpack(0x2BE6C5647E8B892D, 0xE92B6CE45CF32F97, 0xF8B33C2F3350A2CD, 0xC3859AFA0D7651B5,
                    0xE1BAA34F6E11BC01, 0x508829B2FB99F598, 0xCEC0AAD7C986952B, 0x2E0C7C089079B4CD, sign, x, y);
                break;
            case 1:
                CombTable.Unpack(0x6AD0C32D5F2C5EEA, 0x4149991D18608DE0, 0x6AA999A4E5D2697D, 0x9CE6147DF0318A44,
                    0x9E4622CF2946B3FC, 0xFEDB35E28973771F, 0x1BD3D7D55527FC43, 0x28BF88AA2EB4A3A5, sign, x, y);
                break;
            case 2:
                CombTable.Unpack(0x0004FB800EDB08DD, 0xF623B633798B30AC, 0x89B111C61B66C429, 0x27579D1B856236A6,
                    0x9B833787C9DB6C69, 0x89D5E1897ACE1E3C, 0xAECCDC65156067FE, 0xAAE7351773DD5B1A, sign, x, y);
                break;
            case 3:
                CombTable.Unpack(0xBE182A9298CB0DD4, 0x6E32517C35FAE5BD, 0x3793E1A5D2BA60B2, 0x5791CB57CF20AFE1,
                    0x07C7D8C12CCE3706, 0xB5F971B23CF23090, 0x209C2CB07E5AD17E, 0x0522DB85D5CD9726, sign, x, y);
                break;
            case 4:
                CombTable.Unpack(0xE9213C9B44C5047A, 0xDE406F33554239D2, 0x45BA2A8627DC58D9, 0x2F823680086EC8B5,
                    0xE06485C08C9A07EB, 0x234DD959D0E4940F, 0xBDDDA1286538E22F, 0xA663B691F49C898B, sign, x, y);
                break;
            case 5:
                CombTable.Unpack(0x9D86E982BB3D5FD4, 0xC7B7016B5C2ABCC1, 0xD3FFF18F11A58DB0, 0x8816D8E6F177C3F1,
                    0x75FFA9225F7490E5, 0x29FC887852EBCEAA, 0xDE37DACC561DAB9E, 0x2D4CE33E14362038, sign, x, y);
                break;
            case 6:
                CombTable.Unpack(0xEC4651104722F74A, 0xCC517A29E75332E7, 0x4049F9D232988CDA, 0x0EE71F9E72189B1D,
                    0x78FA82BDA9697413, 0xE7D4987D02EAEC80, 0x60E658C0828733E0, 0x989A7E2F4DB9BAD4, sign, x, y);
                break;
            case 7:
                CombTable.Unpack(0xDC3C5201875C039E, 0x81661AD2D82E3234, 0x16ED8F7573C68CB4, 0xDA05D616B607E776,
                    0x8FDE54A3F9807FE6, 0xFA95B7ECA81DAF0F, 0x05199A121038D513, 0x229596ABE9EE5364, sign, x, y);
                break;
            case 8:
                CombTable.Unpack(0xA80BC0C7654344FF, 0xC51916103D73D0E0, 0x8D45F505052F174B, 0x9BCC2FB1597FDA86,
                    0x5C5F6886BC753D85, 0x13C8C91F16EA6614, 0x9301679D7D581186, 0x1023A7558BF4767F, sign, x, y);
                break;
            case 9:
                CombTable.Unpack(0x26E485E56B301E69, 0xF15E6F3D89A38BC3, 0x9385C55B5D02C5DF, 0x4BA697D58BB93367,
                    0xAFB8AAD9CDD846F0, 0xA137450409DC75C4, 0x73B94C32C64E1945, 0xF274DD23514B07AD, sign, x, y);
                break;
            case 10:
                CombTable.Unpack(0xCF88E944624A413F, 0x46ACACFA99A337BE, 0xE2A2A23C083D9453, 0xB37933C39925DED9,
                    0xA7290E0C816AF8DE, 0x8429029BCE78C5A5, 0xF6D9E9864AF16C23, 0x33436A24B4BC5D3B, sign, x, y);
                break;
            case 11:
                CombTable.Unpack(0x01FD2E605D02D736, 0xBC9FA88BC33919FE, 0x1BF05581324A9EF7, 0x90A4091BB14299CB,
                    0x78AA320BAA971672, 0xAB6898D46728F951, 0xE36B608637176A99, 0x26B6DECEA52772F0, sign, x, y);
                break;
            case 12:
                CombTable.Unpack(0xB3DFC21AEA4F220F, 0x809505AF1B12F55B, 0x9899C4CEDED544BE, 0x6C25960A0E1E8BBA,
                    0x451DE972923F4C0E, 0xC3259CA8F3BDA18F, 0xF7AA5C144618BA69, 0xF41DACBA28F6BF13, sign, x, y);
                break;
            case 13:
                CombTable.Unpack(0xD16A383BB7B0E95A, 0x1645D4938A153284, 0x2853C4086405B03B, 0x45F780B53885DE4C,
                    0x5404E82FDC290593, 0x28DE2917DF6E094E, 0x519E4C3F6568BD9A, 0x0C0F959004447DB3, sign, x, y);
                break;
            case 14:
                CombTable.Unpack(0x389293CBC800FCC8, 0x0E13FB3CE6FA2C8B, 0x8A28D564BC5E8829, 0xEDF6B6551FD78490,
                    0xA1A6F54955999F6F, 0x41BEB1BE54979902, 0x48DB6C0CE3850596, 0x4BC1D76A8EC607DE, sign, x, y);
                break;
            case 15:
                CombTable.Unpack(0x8576215431B291D0, 0xCCD5CB4358DFE402, 0x7E6EA7A216BF7C14, 0xE6C4D6C36339BB58,
                    0x2984419009FF4E3E, 0x000349465A2D55B1, 0x6C857074A4C2A2FD, 0xD9910D32802DF20E, sign, x, y);
                break;
            case 16:
                CombTable.Unpack(0x9A6F8ED1D99ED3F0, 0x8FD43D5C4BC62EEE, 0x04117234032ADF55, 0x9FD0984BAEDCD0D5,
                    0x1E1191FF6859D7E5, 0xA7D86B7B2981D261, 0x280CCD78C49715B9, 0x257181C546885883, sign, x, y);
                break;
            case 17:
                CombTable.Unpack(0xE5DFC1C72A6F8557, 0x97CA0A76982CBD7D, 0xEE7B3606DF12CD46, 0xFDF1D4689A21834D,
                    0xFA1B6A7065CC8121, 0x0F9810551383070F, 0x424351CE1E535258, 0x2B630B0E4878E043, sign, x, y);
                break;
            case 18:
                CombTable.Unpack(0xF9A4D2ED46FBAE38, 0x224FA85005F0FE17, 0x42DF4E95BC5C8B99, 0x6DE1F879A6BE863E,
                    0xC31D8B5346F2F63A, 0xD746E0796E8CEC42, 0x98B79C4BD6487A85, 0xFE671983BAEFDDDD, sign, x, y);
                break;
            case 19:
                CombTable.Unpack(0x2F2A08E5B711DF38, 0x1DE4C4113F5E3EA7, 0x12E8102F3DF68452, 0xD9F8D82E22F46DF5,
                    0x033777C84CDAD9C8, 0xA997108CF4EBA83B, 0x25D78CE0F289B4E1, 0xF8D024C3C5D0EA34, sign, x, y);
                break;
            case 20:
                CombTable.Unpack(0xC09CFC0DD8A1C2C2, 0xEB409E3E396574AF, 0x9C8A00899771EBCC, 0x561421F752311C26,
                    0x77BE36665028BF1C, 0xAB93FAB81238E977, 0x52C49D8333A840A8, 0x898CB89D6BAFFE44, sign, x, y);
                break;
            case 21:
                CombTable.Unpack(0xB738CAAA21EA5E89, 0xA5853DA8C6CADE4A, 0xE3D315B378C450AD, 0xF61599DA5E3315B2,
                    0x6E2CCE8BF80A4959, 0xB8A3B6C08C1996AC, 0xFDBCE741B6F15A58, 0x202F584B912DE562, sign, x, y);
                break;
            case 22:
                CombTable.Unpack(0x0C4594ACEA0DCC7E, 0xB6BC2E293E21E68E, 0xFA5873C0BFE979DD, 0x3143FD5D95E6B5BA,
                    0x0277475BDCC0B7B1, 0x022247F2379EE69E, 0xBD9F71F231272F8F, 0xC3BFE9343F3001C1, sign, x, y);
                break;
            case 23:
                CombTable.Unpack(0x01EE8E84A42CBB1A, 0xC90F46A468FCECD9, 0x8991A7C5FF44C32C, 0x6812577F62773703,
                    0xE3BB754DEC8E76CD, 0x03602EF5C970692C, 0xA95E396806693960, 0xB197FE6798E47860, sign, x, y);
                break;
            case 24:
                CombTable.Unpack(0x56038C6BC69B4F9C, 0x2787C61D6102C690, 0x0BA8E10C3EFE7249, 0x3F996897AC1E883A,
                    0xEA7DF0662A2086E9, 0x07A7EC6D944F73CA, 0x400C15C8EB37B982, 0x22288EA13EB2202B, sign, x, y);
                break;
            case 25:
                CombTable.Unpack(0x12734F9943F8B21C, 0xBF35C17D2DC4FA22, 0x93065D8213BCD950, 0x818DFD22D4D37197,
                    0x06B570AE1456DFF7, 0x5D4F769814C5A7A3, 0xF2556429DB4ED7DA, 0x87B82305321D1002, sign, x, y);
                break;
            case 26:
                CombTable.Unpack(0xFB63FC9A9DCD1FA9, 0x823DA780EC915634, 0x4731985B091C7483, 0x9ABB1109AB8AAEBB,
                    0x0A4A069D527D10A2, 0xD37700F6E034FC33, 0xF3598AE365F1937B, 0xDD4744D1657361DC, sign, x, y);
                break;
            case 27:
                CombTable.Unpack(0x9F7625ED65727DD1, 0xAEB9DFC96545B578, 0x57B4EA32348BF1CA, 0x58FEBA434FB2B2B2,
                    0x639635547EC91137, 0xCD1A73013BECB62D, 0x81E47B81AD5A4B5B, 0x7DF864766FBB5497, sign, x, y);
                break;
            case 28:
                CombTable.Unpack(0x94FF5F8888734778, 0x6213581592B941DB, 0xD71C3BA08B9E2B9E, 0x5395824F31BA2CC4,
                    0xF4A25CA6682549F4, 0xB230C49CFA84851F, 0x062B70211F505A46, 0x9AC81F4CAEDB6796, sign, x, y);
                break;
            case 29:
                CombTable.Unpack(0x5C582280B3AF5956, 0x856156F50E2CFC70, 0xB4C456CC0B955BB4, 0x43096D0ED385D271,
                    0xAED882FB0DA4A587, 0x5A64755544304096, 0x2EDF7B47A0B127FF, 0xC217C07EDBBC3F8B, sign, x, y);
                break;
            case 30:
                CombTable.Unpack(0x6F26934E9CB6A097, 0x54FBB666F9EA937B, 0xA34B1A3A7A70F1C5, 0xC2A50B100234A536,
                    0xE58D32CAD16DBCB9, 0x47CB6AE6EAA926EE, 0x8F661AABC42088FC, 0xDAB3E48FD3C520B8, sign, x, y);
                break;
            default:
                CombTable.Unpack(0x51E95ED2F0CA97D2, 0xF10C4C47E340B7D4, 0xBED60883E2898153, 0xE0028CDE025D0D24,
                    0x649E00BA631D7823, 0x4917D9ACD51EF0A0, 0xB3972B733B95608C, 0x770D138BE68ACBF7, sign, x, y);
                break;
        }
    }
}
