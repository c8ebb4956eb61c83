// 停车场系统对接示例（C#，.NET 6 及以上或 Mono 6，不需要任何依赖）：完整走一遍“先离场后付费”。
//
// .NET：dotnet new console -n CityBrainLot，用本文件替换 Program.cs，然后 dotnet run -- 私钥文件.pem [车牌号] [停放秒数]
// Mono：mcs -r:System.Numerics -r:System.Net.Http CityBrainLot.cs && mono CityBrainLot.exe 私钥文件.pem [车牌号] [停放秒数]
//
// 私钥文件：与登记的公钥成对的 RSA 私钥，PEM 格式（PKCS#8 或 PKCS#1）。私钥只留在停车场，不要发给任何人。
// 车牌号要先登记为测试车辆，否则 applyPayment 会被拒绝（403）。
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;

public static class CityBrainLot
{
    const string Endpoint = "__ENDPOINT__";
    const string AccessId = "__ACCESS_ID__";
    const string ParkingCode = "__PARKING_CODE__";
    const string Plate = "__PLATE__";
    const int PlateColor = __PLATE_COLOR__; // 1 蓝，2 黄，3 白，4 黑，5 绿
    const int StaySeconds = __STAY_SECONDS__;
    const int Amount = 500; // 金额单位是分：500 即 5.00 元
    const string Photo = "__PHOTO__";

    static readonly HttpClient Http = new HttpClient();
    static readonly byte[] Md5DigestInfo =
        { 0x30, 0x20, 0x30, 0x0c, 0x06, 0x08, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x02, 0x05, 0x05, 0x00, 0x04, 0x10 };
    static BigInteger modulus, exponent;
    static int keyBytes;

    public static void Main(string[] args)
    {
        ReadPrivateKey(File.ReadAllText(args.Length > 0 ? args[0] : "lot-private-key.pem"));
        string plate = args.Length > 1 ? args[1] : Plate;
        int stay = args.Length > 2 ? int.Parse(args[2]) : StaySeconds;

        Send("uploadHeartbeat", Json("parkingCode", ParkingCode, "uploadTime", Written(Now())));

        // 1. 入场：uid 贯穿入场、照片、出场和账单
        DateTime entered = Now();
        string uid = ParkingCode + "01" + entered.ToString("yyyyMMddHHmmss");
        Send("uploadCarInData", Json("uid", uid, "plateNo", plate, "plateColor", PlateColor, "parkingCode", ParkingCode,
            "entryNum", "01", "arriveTime", Written(entered), "parkingType", 1, "uploadTime", Written(Now())));
        SendPhoto(uid, 1, entered);

        // 2. 询问能否先离场后付费（接了 MQTT 的停车场等 departurePayInfo，不必询问），然后确认
        Confirm("confirmDeparturePayInfo", Send("getDeparturePayInfo",
            Json("parkingCode", ParkingCode, "plateNo", plate, "plateColor", PlateColor)));

        Thread.Sleep(stay * 1000);

        // 3. 出场
        DateTime left = Now();
        Send("uploadCarOutData", Json("uid", uid, "plateNo", plate, "plateColor", PlateColor, "parkingCode", ParkingCode,
            "arriveTime", Written(entered), "endTime", Written(left), "outNum", "02", "shouldPay", Amount,
            "uploadTime", Written(Now())));
        SendPhoto(uid, 2, left);

        // 4. 申请扣款：shouldPay 与出场记录一致，未支付的账单 payStatus 填 0
        string bill = uid + "B1";
        Send("applyPayment", Json("parkingCode", ParkingCode, "uid", uid, "plateNo", plate, "plateColor", PlateColor,
            "arriveTime", Written(entered), "endTime", Written(left), "billID", bill, "billTime", Written(left),
            "shouldPay", Amount, "payStatus", 0, "carStock", 1, "uploadTime", Written(Now())));

        // 5. 查询结果并确认
        for (int i = 0; i < 20; i++)
        {
            string result = Send("getPayResult", Json("parkingCode", ParkingCode, "billID", bill));
            if (Field(result, "payStatus") != "0")
            {
                Confirm("confirmPayResult", result);
                Console.WriteLine("payStatus " + Field(result, "payStatus") + " " + Field(result, "message"));
                return;
            }
            Thread.Sleep(3000);
        }
        Console.WriteLine("no result yet: ask getPayResult again later");
    }

    static void SendPhoto(string uid, int type, DateTime at)
    {
        Send("uploadPhoto", Json("parkingCode", ParkingCode, "uid", uid, "photoID", uid + "P" + type,
            "time", Written(at), "type", type, "name", uid + "P" + type + ".jpg", "file", Photo,
            "uploadTime", Written(Now())));
    }

    static void Confirm(string call, string answer)
    {
        string requestId = Field(answer, "requestId");
        if (requestId != null)
        {
            Send(call, Json("requestId", requestId, "success", true, "params", ""));
        }
    }

    /// 一次调用：加密、签名、提交。返回平台的应答；resultCode 不是 200 就停下。
    static string Send(string call, string data)
    {
        string cipher = Encrypt("{\"data\":" + data + "}");
        string form = "accessID=" + Encode(AccessId) + "&cipher=" + Encode(cipher) + "&sign=" + Encode(Sign(cipher));
        string path = call == "uploadHeartbeat" ? "/api/v2/tcjg/" : "/api/v2/cp/";
        var content = new StringContent(form, Encoding.ASCII, "application/x-www-form-urlencoded");
        byte[] body = Http.PostAsync(Endpoint + path + call, content).Result.Content.ReadAsByteArrayAsync().Result;
        string answer = Encoding.UTF8.GetString(body);
        Console.WriteLine(call + " -> " + answer);
        if (Field(answer, "resultCode") != "200")
        {
            Environment.Exit(1);
        }
        return answer;
    }

    /// 用自己的私钥分段加密：每段最多 密钥字节数 - 11，各段密文首尾相接后做 Base64。
    static string Encrypt(string plain)
    {
        byte[] text = Encoding.UTF8.GetBytes(plain);
        int chunk = keyBytes - 11;
        var blocks = new List<byte>();
        for (int from = 0; from < text.Length; from += chunk)
        {
            blocks.AddRange(PrivateBlock(text.Skip(from).Take(chunk).ToArray()));
        }
        return Convert.ToBase64String(blocks.ToArray());
    }

    /// 签名的对象是 cipher 的 Base64 文本（不是明文，也不是解码后的字节），算法 MD5withRSA。
    static string Sign(string cipher)
    {
        using (MD5 md5 = MD5.Create())
        {
            byte[] digest = md5.ComputeHash(Encoding.ASCII.GetBytes(cipher));
            return Convert.ToBase64String(PrivateBlock(Md5DigestInfo.Concat(digest).ToArray()));
        }
    }

    /// PKCS#1 v1.5，块类型 1：00 01 FF…FF 00 内容，再做一次 RSA 私钥运算（.NET 自带的 RSA 类不提供私钥加密）。
    static byte[] PrivateBlock(byte[] content)
    {
        var block = new byte[keyBytes];
        block[1] = 1;
        int padding = keyBytes - content.Length - 3;
        for (int i = 0; i < padding; i++)
        {
            block[2 + i] = 0xff;
        }
        content.CopyTo(block, padding + 3);
        byte[] number = BigInteger.ModPow(Unsigned(block), exponent, modulus).ToByteArray(); // 低位在前
        var result = new byte[keyBytes];
        for (int i = 0; i < Math.Min(number.Length, keyBytes); i++)
        {
            result[keyBytes - 1 - i] = number[i];
        }
        return result;
    }

    static BigInteger Unsigned(IEnumerable<byte> bigEndian)
    {
        return new BigInteger(bigEndian.Reverse().Concat(new byte[] { 0 }).ToArray());
    }

    static void ReadPrivateKey(string pem)
    {
        byte[] der = Convert.FromBase64String(Regex.Replace(pem, "-----[A-Z ]+-----|\\s", ""));
        var numbers = new List<byte[]>();
        ReadIntegers(der, numbers);
        int first = pem.Contains("BEGIN RSA PRIVATE KEY") ? 0 : 1; // PKCS#8 自己的 version 在前
        modulus = Unsigned(numbers[first + 1]);
        exponent = Unsigned(numbers[first + 3]);
        keyBytes = numbers[first + 1].SkipWhile(b => b == 0).Count();
    }

    /// DER 里依次出现的整数：PKCS#1 为 version、n、e、d…；PKCS#8 里面包着 PKCS#1。
    static void ReadIntegers(byte[] der, List<byte[]> numbers)
    {
        int at = 0;
        while (at < der.Length)
        {
            int tag = der[at++];
            int length = der[at++];
            if (length > 0x7f)
            {
                int size = length & 0x7f;
                length = 0;
                for (int i = 0; i < size; i++)
                {
                    length = length * 256 + der[at++];
                }
            }
            byte[] content = der.Skip(at).Take(length).ToArray();
            if (tag == 0x30 || tag == 0x04)
            {
                ReadIntegers(content, numbers);
            }
            else if (tag == 0x02)
            {
                numbers.Add(content);
            }
            at += length;
        }
    }

    static DateTime Now()
    {
        return DateTime.UtcNow.AddHours(8);
    }

    static string Written(DateTime time)
    {
        return time.ToString("yyyy-MM-dd HH:mm:ss");
    }

    /// Base64 里的 + / = 必须做 URL 编码；照片很长，所以分段编码。
    static string Encode(string value)
    {
        var text = new StringBuilder();
        for (int from = 0; from < value.Length; from += 30000)
        {
            text.Append(Uri.EscapeDataString(value.Substring(from, Math.Min(30000, value.Length - from))));
        }
        return text.ToString();
    }

    /// 名称和值交替：数字和布尔照写，其余写成文本。实际系统里请用自己的 JSON 库。
    static string Json(params object[] pairs)
    {
        var fields = new List<string>();
        for (int i = 0; i < pairs.Length; i += 2)
        {
            object value = pairs[i + 1];
            string text = value is bool ? value.ToString().ToLower()
                : value is int ? value.ToString()
                : "\"" + value.ToString().Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
            fields.Add("\"" + pairs[i] + "\":" + text);
        }
        return "{" + string.Join(",", fields) + "}";
    }

    /// 应答里一个字段的值，没有就是 null。
    static string Field(string answer, string name)
    {
        Match found = Regex.Match(answer, "\"" + name + "\"\\s*:\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^,}\\s]+))");
        return !found.Success ? null : found.Groups[1].Success ? found.Groups[1].Value : found.Groups[2].Value;
    }
}
