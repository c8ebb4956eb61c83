package cn.citybrain.parking.onboarding.parking;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscribe;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscription;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.crypto.Cipher;

/**
 * A lot's system as a vendor of 2025 writes it, from the protocol's text alone ({@code citybrain.md}): it knows nothing of the
 * product's code. It opens messages in fixed blocks of 128 bytes, casts their requestId from a JSON number, leaves its client
 * id empty, and subscribes with a slash before, to the topics without {@code v2} as well.
 */
public final class Client2025 implements AutoCloseable {

    private static final int BLOCK = 128;
    private static final int CHUNK = 117;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String ENTRY = "01";

    /** What the platform said. */
    public record Heard(String what, long requestId, JsonNode content) {}

    public final List<Heard> heard = new CopyOnWriteArrayList<>();
    /** What went wrong with a message that came. */
    public final List<Exception> troubles = new CopyOnWriteArrayList<>();
    /** The calls that the platform did not answer with resultCode 200. */
    public final List<String> refused = new CopyOnWriteArrayList<>();

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final KeyPair own = pair();
    private final String platform;
    private final String accessId;
    private final String lotCode;
    private final Clock clock;
    private PublicKey platformKey;
    private Mqtt3BlockingClient mqtt;
    private Visit inside;

    private record Visit(String uid, String plate, Instant enteredAt, Instant leftAt, int amount) {}

    public Client2025(String platform, String accessId, String lotCode, Clock clock) {
        this.platform = platform;
        this.accessId = accessId;
        this.lotCode = lotCode;
        this.clock = clock;
        json.getFactory().configure(JsonGenerator.Feature.ESCAPE_NON_ASCII, true);
    }

    /** What the vendor hands in: Base64 without lines. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(own.getPublic().getEncoded());
    }

    /**
     * @param pem the platform's public key
     * @return of each topic whether it was granted
     */
    public Map<String, Boolean> listen(String host, int port, String password, String pem)
            throws GeneralSecurityException {
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        platformKey = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
        mqtt = MqttClient.builder()
                .useMqttVersion3()
                .identifier("")
                .serverHost(host)
                .serverPort(port)
                .simpleAuth()
                .username(accessId)
                .password(password.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .buildBlocking();
        mqtt.toAsync().publishes(MqttGlobalPublishFilter.ALL, this::receive);
        mqtt.connectWith().cleanSession(true).keepAlive(300).send();
        List<String> topics = new ArrayList<>();
        for (String version : List.of("", "v2/")) {
            for (String what : List.of("departurePayInfo", "fee", "payResult")) {
                topics.add("/hzcity/" + version + what + "/" + accessId + "/#");
            }
        }
        return subscribe(topics);
    }

    private Map<String, Boolean> subscribe(List<String> topics) {
        Mqtt3Subscribe wanted = Mqtt3Subscribe.builder()
                .addSubscriptions(topics.stream().map(topic -> Mqtt3Subscription.builder()
                        .topicFilter(topic)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .build()))
                .build();
        Map<String, Boolean> granted = new LinkedHashMap<>();
        try {
            mqtt.subscribe(wanted);
            topics.forEach(topic -> granted.put(topic, true));
        } catch (Mqtt3SubAckException some) {
            for (int i = 0; i < topics.size(); i++) {
                granted.put(
                        topics.get(i),
                        !some.getMqttMessage().getReturnCodes().get(i).isError());
            }
        }
        return granted;
    }

    public void hello() {
        call("uploadHeartbeat", fields("parkingCode", lotCode, "uploadTime", now()));
    }

    /** @param picture JPEG */
    public void enter(String plate, byte[] picture) {
        Instant at = clock.instant();
        String digits =
                DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZONE).format(at);
        inside = new Visit(lotCode + ENTRY + digits, plate, at, null, 0);
        call(
                "uploadCarInData",
                fields(
                        "uid",
                        inside.uid,
                        "plateNo",
                        plate,
                        "plateColor",
                        1,
                        "carType",
                        1,
                        "parkingCode",
                        lotCode,
                        "entryNum",
                        ENTRY,
                        "totalBerthNum",
                        120,
                        "openBerthNum",
                        120,
                        "freeBerthNum",
                        80,
                        "arriveTime",
                        time(at),
                        "parkingType",
                        1,
                        "uploadTime",
                        now()));
        photo(1, picture);
    }

    /** Whether the platform has said that the vehicle may leave first and pay later. */
    public boolean mayLeave() {
        return heard.stream()
                .map(Heard::content)
                .anyMatch(content -> content.path("plateNo").asText().equals(inside.plate)
                        && content.path("noSense").asInt() == 1
                        && content.path("departurePay").asInt() == 1
                        && content.path("moneyLimit").asInt() > 0);
    }

    /** The gate opens, the vehicle owes an amount in 分, and the lot asks for it. Returns the bill's number. */
    public String leave(int amount, byte[] picture) {
        Instant at = clock.instant();
        inside = new Visit(inside.uid, inside.plate, inside.enteredAt, at, amount);
        call(
                "uploadCarOutData",
                fields(
                        "uid",
                        inside.uid,
                        "plateNo",
                        inside.plate,
                        "plateColor",
                        1,
                        "parkingCode",
                        lotCode,
                        "arriveTime",
                        time(inside.enteredAt),
                        "endTime",
                        time(at),
                        "outNum",
                        "02",
                        "entryNum",
                        ENTRY,
                        "parkingType",
                        1,
                        "shouldPay",
                        amount,
                        "paidType",
                        3,
                        "uploadTime",
                        now()));
        photo(2, picture);
        String billId = inside.uid + "P";
        call(
                "applyPayment",
                fields(
                        "parkingCode",
                        lotCode,
                        "uid",
                        inside.uid,
                        "plateNo",
                        inside.plate,
                        "plateColor",
                        1,
                        "arriveTime",
                        time(inside.enteredAt),
                        "endTime",
                        time(at),
                        "billID",
                        billId,
                        "billTime",
                        time(at),
                        "shouldPay",
                        amount,
                        "payStatus",
                        0,
                        "carStock",
                        1));
        return billId;
    }

    /** Whether the platform has said that the bill was paid in full. */
    public boolean paid(String billId) {
        return heard.stream()
                .filter(message -> message.what().equals("payResult"))
                .map(Heard::content)
                .anyMatch(content -> content.path("billID").asText().equals(billId)
                        && content.path("payStatus").asInt() == 1
                        && content.path("actualPay").asInt() == inside.amount);
    }

    private void photo(int type, byte[] picture) {
        Map<String, Object> photo = fields(
                "parkingCode",
                lotCode,
                "uid",
                inside.uid,
                "photoID",
                inside.uid + "-" + type,
                "time",
                now(),
                "type",
                type,
                "name",
                type + ".jpg",
                "file",
                Base64.getEncoder().encodeToString(picture),
                "uploadTime",
                now());
        call("uploadPhoto", photo);
    }

    private void receive(Mqtt3Publish message) {
        try {
            String[] topic = message.getTopic().toString().split("/");
            JsonNode text = json.readTree(message.getPayloadAsBytes());
            JsonNode requestId = text.get("requestId");
            if (!requestId.isIntegralNumber() || !requestId.canConvertToLong()) {
                throw new ClassCastException("requestId " + requestId + " is no long");
            }
            JsonNode content = json.readTree(
                    open(text.get("cipher").asText(), text.get("sign").asText()));
            heard.add(new Heard(topic[3], requestId.longValue(), content));
            String call = topic[3].equals("payResult") ? "confirmPayResult" : "confirmDeparturePayInfo";
            // half of the known clients send the number back, half its text
            Object back = topic[3].equals("payResult") ? (Object) requestId.longValue() : requestId.asText();
            call(call, fields("requestId", back, "success", true, "params", content));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            troubles.add(e);
        }
    }

    /** In fixed blocks, whatever the length of the key. */
    private String open(String cipher, String sign) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("MD5withRSA");
        signature.initVerify(platformKey);
        signature.update(cipher.getBytes(StandardCharsets.US_ASCII));
        if (!signature.verify(Base64.getDecoder().decode(sign))) {
            throw new GeneralSecurityException("not signed by the platform");
        }
        byte[] plain =
                inPieces(Cipher.DECRYPT_MODE, platformKey, Base64.getDecoder().decode(cipher), BLOCK);
        return new String(plain, StandardCharsets.UTF_8);
    }

    private void call(String call, Map<String, Object> data) {
        try {
            byte[] plain = json.writeValueAsBytes(Map.of("data", data));
            String cipher =
                    Base64.getEncoder().encodeToString(inPieces(Cipher.ENCRYPT_MODE, own.getPrivate(), plain, CHUNK));
            Signature signature = Signature.getInstance("MD5withRSA");
            signature.initSign(own.getPrivate());
            signature.update(cipher.getBytes(StandardCharsets.US_ASCII));
            String sign = Base64.getEncoder().encodeToString(signature.sign());
            String answer = post(call, fields("accessID", accessId, "sign", sign, "cipher", cipher));
            if (json.readTree(answer).path("resultCode").asInt() != 200) {
                refused.add(call + ": " + answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String post(String call, Map<String, Object> form) throws IOException {
        String path = call.equals("uploadHeartbeat") ? "/api/v2/tcjg/" : "/api/v2/cp/";
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(field.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(platform + path + call))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static byte[] inPieces(int mode, Key key, byte[] input, int piece) throws GeneralSecurityException {
        Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        rsa.init(mode, key);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        for (int from = 0; from < input.length; from += piece) {
            output.writeBytes(rsa.doFinal(input, from, Math.min(piece, input.length - from)));
        }
        return output.toByteArray();
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BLOCK * Byte.SIZE);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> fields(Object... pairs) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i].toString(), pairs[i + 1]);
        }
        return fields;
    }

    private String now() {
        return time(clock.instant());
    }

    private static String time(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE).format(at);
    }

    @Override
    public void close() {
        if (mqtt != null) {
            mqtt.toAsync().disconnect().exceptionally(notConnected -> null);
        }
    }
}
