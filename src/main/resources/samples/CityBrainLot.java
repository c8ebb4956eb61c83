import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;

/**
 * 停车场系统对接示例（Java 11 及以上，不需要任何依赖）：完整走一遍“先离场后付费”。
 *
 * <p>运行：java CityBrainLot.java 私钥文件.pem [车牌号] [停放秒数]
 *
 * <p>私钥文件：与登记的公钥成对的 RSA 私钥，PEM 格式（PKCS#8 或 PKCS#1）。私钥只留在停车场，不要发给任何人。
 * 车牌号要先登记为测试车辆，否则 applyPayment 会被拒绝（403）。
 */
public class CityBrainLot {

    static final String ENDPOINT = "__ENDPOINT__";
    static final String ACCESS_ID = "__ACCESS_ID__";
    static final String PARKING_CODE = "__PARKING_CODE__";

    /** __PLATE__，写成转义以免受源文件编码影响。 */
    static final String PLATE = "__PLATE_ESCAPED__";

    /** 1 蓝，2 黄，3 白，4 黑，5 绿。 */
    static final int PLATE_COLOR = __PLATE_COLOR__;

    static final int STAY_SECONDS = __STAY_SECONDS__;
    /** 金额单位是分：500 即 5.00 元。 */
    static final int AMOUNT = 500;

    static final String PHOTO = "__PHOTO__";
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    static final HttpClient HTTP = HttpClient.newHttpClient();
    static RSAPrivateKey key;

    public static void main(String[] args) throws Exception {
        key = privateKey(Path.of(args.length > 0 ? args[0] : "lot-private-key.pem"));
        String plate = args.length > 1 ? args[1] : PLATE;
        int stay = args.length > 2 ? Integer.parseInt(args[2]) : STAY_SECONDS;

        send("uploadHeartbeat", json("parkingCode", PARKING_CODE, "uploadTime", now()));

        // 1. 入场：uid 贯穿入场、照片、出场和账单
        LocalDateTime entered = clock();
        String uid = PARKING_CODE + "01" + entered.format(COMPACT);
        send(
                "uploadCarInData",
                json(
                        "uid",
                        uid,
                        "plateNo",
                        plate,
                        "plateColor",
                        PLATE_COLOR,
                        "parkingCode",
                        PARKING_CODE,
                        "entryNum",
                        "01",
                        "arriveTime",
                        entered.format(TIME),
                        "parkingType",
                        1,
                        "uploadTime",
                        now()));
        photo(uid, 1, entered);

        // 2. 询问能否先离场后付费（接了 MQTT 的停车场等 departurePayInfo，不必询问），然后确认
        String departure =
                send("getDeparturePayInfo", json("parkingCode", PARKING_CODE, "plateNo", plate, "plateColor", PLATE_COLOR));
        confirm("confirmDeparturePayInfo", departure);

        Thread.sleep(stay * 1000L);

        // 3. 出场
        LocalDateTime left = clock();
        send(
                "uploadCarOutData",
                json(
                        "uid",
                        uid,
                        "plateNo",
                        plate,
                        "plateColor",
                        PLATE_COLOR,
                        "parkingCode",
                        PARKING_CODE,
                        "arriveTime",
                        entered.format(TIME),
                        "endTime",
                        left.format(TIME),
                        "outNum",
                        "02",
                        "shouldPay",
                        AMOUNT,
                        "uploadTime",
                        now()));
        photo(uid, 2, left);

        // 4. 申请扣款：shouldPay 与出场记录一致，未支付的账单 payStatus 填 0
        String billId = uid + "B1";
        send(
                "applyPayment",
                json(
                        "parkingCode",
                        PARKING_CODE,
                        "uid",
                        uid,
                        "plateNo",
                        plate,
                        "plateColor",
                        PLATE_COLOR,
                        "arriveTime",
                        entered.format(TIME),
                        "endTime",
                        left.format(TIME),
                        "billID",
                        billId,
                        "billTime",
                        left.format(TIME),
                        "shouldPay",
                        AMOUNT,
                        "payStatus",
                        0,
                        "carStock",
                        1,
                        "uploadTime",
                        now()));

        // 5. 查询结果并确认
        for (int i = 0; i < 20; i++) {
            String result = send("getPayResult", json("parkingCode", PARKING_CODE, "billID", billId));
            if (!"0".equals(field(result, "payStatus"))) {
                confirm("confirmPayResult", result);
                System.out.println("payStatus " + field(result, "payStatus") + " " + field(result, "message"));
                return;
            }
            Thread.sleep(3000);
        }
        System.out.println("no result yet: ask getPayResult again later");
    }

    static void photo(String uid, int type, LocalDateTime at) throws Exception {
        send(
                "uploadPhoto",
                json(
                        "parkingCode",
                        PARKING_CODE,
                        "uid",
                        uid,
                        "photoID",
                        uid + "P" + type,
                        "time",
                        at.format(TIME),
                        "type",
                        type,
                        "name",
                        uid + "P" + type + ".jpg",
                        "file",
                        PHOTO,
                        "uploadTime",
                        now()));
    }

    static void confirm(String call, String answer) throws Exception {
        String requestId = field(answer, "requestId");
        if (requestId != null) {
            send(call, json("requestId", requestId, "success", true, "params", ""));
        }
    }

    /** 一次调用：加密、签名、提交。返回平台的应答；resultCode 不是 200 就停下。 */
    static String send(String call, String data) throws Exception {
        String cipher = encrypt("{\"data\":" + data + "}");
        String form = "accessID=" + encode(ACCESS_ID) + "&cipher=" + encode(cipher) + "&sign=" + encode(sign(cipher));
        String path = call.equals("uploadHeartbeat") ? "/api/v2/tcjg/" : "/api/v2/cp/";
        HttpRequest request = HttpRequest.newBuilder(URI.create(ENDPOINT + path + call))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        String answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body();
        System.out.println(call + " -> " + answer);
        if (!"200".equals(field(answer, "resultCode"))) {
            System.exit(1);
        }
        return answer;
    }

    /** 用自己的私钥按 PKCS#1 v1.5 分段加密：每段最多 密钥字节数 - 11，各段密文首尾相接后做 Base64。 */
    static String encrypt(String plain) throws Exception {
        byte[] text = plain.getBytes(StandardCharsets.UTF_8);
        int chunk = key.getModulus().bitLength() / 8 - 11;
        Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        rsa.init(Cipher.ENCRYPT_MODE, key);
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        for (int from = 0; from < text.length; from += chunk) {
            blocks.write(rsa.doFinal(text, from, Math.min(chunk, text.length - from)));
        }
        return Base64.getEncoder().encodeToString(blocks.toByteArray());
    }

    /** 签名的对象是 cipher 的 Base64 文本（不是明文，也不是解码后的字节），算法 MD5withRSA。 */
    static String sign(String cipher) throws Exception {
        Signature md5 = Signature.getInstance("MD5withRSA");
        md5.initSign(key);
        md5.update(cipher.getBytes(StandardCharsets.US_ASCII));
        return Base64.getEncoder().encodeToString(md5.sign());
    }

    /** Base64 里的 + / = 必须做 URL 编码。 */
    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    static RSAPrivateKey privateKey(Path file) throws Exception {
        String pem = new String(Files.readAllBytes(file), StandardCharsets.US_ASCII);
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        PrivateKey read = KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(pem.contains("BEGIN RSA PRIVATE KEY") ? pkcs8(der) : der));
        return (RSAPrivateKey) read;
    }

    /** PKCS#1 外面加上 PKCS#8 的壳。 */
    static byte[] pkcs8(byte[] pkcs1) {
        byte[] algorithm = new BigInteger("020100300d06092a864886f70d0101010500", 16).toByteArray();
        return der(0x30, algorithm, der(0x04, pkcs1));
    }

    static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        int length = content.size();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        out.write(0x82);
        out.write(length >> 8);
        out.write(length);
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }

    static LocalDateTime clock() {
        return LocalDateTime.now(ZoneId.of("Asia/Shanghai"));
    }

    static String now() {
        return clock().format(TIME);
    }

    /** 名称和值交替：数字和布尔照写，其余写成文本。实际系统里请用自己的 JSON 库。 */
    static String json(Object... pairs) {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            text.append(i > 0 ? "," : "").append('"').append(pairs[i]).append("\":");
            boolean bare = value instanceof Number || value instanceof Boolean;
            String escaped = value.toString().replace("\\", "\\\\").replace("\"", "\\\"");
            text.append(bare ? escaped : '"' + escaped + '"');
        }
        return text.append('}').toString();
    }

    /** 应答里一个字段的值，没有就是 null。 */
    static String field(String answer, String name) {
        Matcher found = Pattern.compile('"' + name + "\"\\s*:\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^,}\\s]+))")
                .matcher(answer);
        return found.find() ? found.group(1) != null ? found.group(1) : found.group(2) : null;
    }
}
