package cn.citybrain.parking.onboarding.parking;

import cn.citybrain.parking.onboarding.parking.key.Envelope;
import cn.citybrain.parking.onboarding.parking.record.LotTime;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The system of one parking lot, as far as the interface shows it. */
public final class TestLot {

    public static final String PLATE = "浙AD12345";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public final String code;
    public final String accessId;
    private final String base;
    private final RSAPrivateKey key;
    private final ObjectMapper json;
    private final Clock clock;

    public TestLot(String base, String code, String accessId, RSAPrivateKey key, ObjectMapper json, Clock clock) {
        this.base = base;
        this.code = code;
        this.accessId = accessId;
        this.key = key;
        this.json = json;
        this.clock = clock;
    }

    public record Answer(int status, int code, String msg, JsonNode data) {}

    public Answer send(String call, Map<String, Object> data) {
        return post(path(call), form(write(Map.of("data", data))));
    }

    /** Closes any plain text with this lot's key. */
    public Map<String, String> form(String plain) {
        return form(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** The same of a text in any charset. */
    public Map<String, String> form(byte[] plain) {
        Envelope envelope = Envelope.seal(plain, key);
        Map<String, String> form = new LinkedHashMap<>();
        form.put("accessID", accessId);
        form.put("cipher", envelope.cipher());
        form.put("sign", envelope.sign());
        return form;
    }

    public Answer post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return post(path, "application/x-www-form-urlencoded", body);
    }

    public Answer post(String path, String contentType, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", contentType)
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode answer = json.readTree(response.body());
            return new Answer(
                    response.statusCode(),
                    answer.path("resultCode").asInt(),
                    answer.path("msg").asText(),
                    answer.path("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String path(String call) {
        return (call.equals("uploadHeartbeat") ? "/api/v2/tcjg/" : "/api/v2/cp/") + call;
    }

    public String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A correct record of each call, with every mandatory field and the usual others. */
    public Map<String, Object> data(String call, String id) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("parkingCode", code);
        data.put("uploadTime", at(Duration.ZERO));
        switch (call) {
            case "uploadParkingInfo" ->
                data.putAll(
                        Map.of("parkingName", "西湖文化广场停车场", "priceType", 2, "totalBerthNum", "320", "bmapX", 120.15507));
            case "uploadParkingState" -> data.putAll(Map.of("totalBerthNum", 320, "freeBerthNum", 117));
            case "uploadCarInData" -> data.putAll(Map.of("uid", id, "plateNo", PLATE, "arriveTime", entered()));
            case "uploadCarOutData" -> data.putAll(exit(id));
            case "uploadPhoto" ->
                data.putAll(Map.of("uid", "U" + id, "photoID", id, "time", entered(), "type", 1, "file", jpeg(2000)));
            case "applyPayment" -> data.putAll(bill(id));
            case "getPayResult" -> data.put("billID", id);
            case "getDeparturePayInfo" -> data.put("plateNo", PLATE);
            case "confirmPayResult", "confirmDeparturePayInfo" ->
                data.putAll(Map.of("requestId", id, "success", true, "params", Map.of("note", "ok")));
            case "uploadPayRecord" ->
                data.putAll(Map.of("billID", id, "uid", "U" + id, "plateNo", PLATE, "actualPay", 500, "paidType", 3));
            default -> {}
        }
        return data;
    }

    private Map<String, Object> exit(String uid) {
        return Map.of(
                "uid",
                uid,
                "plateNo",
                PLATE,
                "arriveTime",
                entered(),
                "endTime",
                left(),
                "shouldpay",
                "500",
                "paidType",
                3);
    }

    private Map<String, Object> bill(String id) {
        return Map.of(
                "uid",
                "U" + id,
                "plateNo",
                PLATE,
                "arriveTime",
                entered(),
                "endTime",
                left(),
                "billID",
                id,
                "billTime",
                left(),
                "shouldPay",
                500,
                "payStatus",
                0,
                "carStock",
                1);
    }

    public String entered() {
        return at(Duration.ofHours(-2));
    }

    public String left() {
        return at(Duration.ofMinutes(-1));
    }

    public String at(Duration fromNow) {
        return LotTime.write(clock.instant().plus(fromNow));
    }

    /** Something with the first bytes of a JPEG, as Base64. */
    public static String jpeg(int size) {
        byte[] photo = new byte[size];
        Arrays.fill(photo, (byte) 7);
        photo[0] = (byte) 0xFF;
        photo[1] = (byte) 0xD8;
        photo[2] = (byte) 0xFF;
        return Base64.getEncoder().encodeToString(photo);
    }
}
