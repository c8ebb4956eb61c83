package cn.citybrain.parking.onboarding.crash;

import cn.citybrain.parking.onboarding.simulator.lot.LotCall;
import cn.citybrain.parking.onboarding.simulator.lot.LotDesk;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.awaitility.Awaitility;

/**
 * One vehicle comes, goes and owes. Its lot repeats each call, word for word, until the platform has said 200, as the
 * interface asks of lots; what was acknowledged is written down.
 */
final class Visit {

    static final int FEE = 500;

    /** No answer, could not be stored, went wrong at the platform: comes again. */
    private static final Set<Integer> AGAIN = Set.of(0, 429, 500, 503);

    private static final byte[] PHOTO = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final String lotCode;
    private final String plate;
    private final String uid;
    private final Instant arrived;
    private final Instant left;
    private final int photoBytes;
    private final List<String> acknowledged = new CopyOnWriteArrayList<>();
    private final List<String> repeated = new CopyOnWriteArrayList<>();

    /** @param photoBytes how large each photo is, at least */
    Visit(String lotCode, String plate, Instant now, int photoBytes) {
        this.lotCode = lotCode;
        this.plate = plate;
        this.arrived = now.minusSeconds(180);
        this.left = now;
        this.uid = lotCode + "01" + TIME.format(arrived).replaceAll("\\D", "");
        this.photoBytes = photoBytes;
    }

    String lotCode() {
        return lotCode;
    }

    String plate() {
        return plate;
    }

    /** Calls that did not get their 200 at once. */
    List<String> repeated() {
        return repeated;
    }

    /** Reports everything; returns when everything is acknowledged. */
    void report(LotDesk desk, Duration patience) {
        for (Map.Entry<String, Map<String, Object>> call : calls()) {
            Awaitility.await(call.getKey() + " of " + uid)
                    .pollDelay(Duration.ZERO)
                    .atMost(patience)
                    .until(() -> accepted(desk, call.getKey(), call.getValue()));
        }
    }

    private boolean accepted(LotDesk desk, String call, Map<String, Object> data) {
        LotCall answer = desk.send(lotCode, call, data);
        if (answer.accepted()) {
            acknowledged.add(call + "/" + data.getOrDefault("photoID", uid));
            return true;
        }
        if (!AGAIN.contains(answer.resultCode())) {
            throw new AssertionError(call + " of " + uid + ": " + answer.resultCode() + " " + answer.message());
        }
        repeated.add(call + " " + answer.resultCode());
        return false;
    }

    /** What the platform has acknowledged and does not have. */
    List<String> missing(ToIntFunction<String> count) {
        Map<String, String> queries = Map.of(
                "uploadCarInData/" + uid, "stay WHERE uid = '" + uid + "' AND entered_at IS NOT NULL",
                "uploadCarOutData/" + uid, "stay WHERE uid = '" + uid + "' AND left_at IS NOT NULL",
                "uploadPhoto/" + uid + "P1", "photo WHERE photo_id = '" + uid + "P1'",
                "uploadPhoto/" + uid + "P2", "photo WHERE photo_id = '" + uid + "P2'",
                "applyPayment/" + uid, "bill WHERE bill_no = '" + uid + "B1'");
        return acknowledged.stream()
                .filter(call -> count.applyAsInt(queries.get(call)) != 1)
                .toList();
    }

    private List<Map.Entry<String, Map<String, Object>>> calls() {
        List<Map.Entry<String, Map<String, Object>>> calls = new ArrayList<>();
        calls.add(Map.entry("uploadCarInData", about(data -> {
            data.put("entryNum", "01");
            data.put("carType", 1);
            data.put("arriveTime", TIME.format(arrived));
            data.put("parkingType", 1);
        })));
        calls.add(Map.entry("uploadPhoto", photo(1, arrived)));
        calls.add(Map.entry("uploadCarOutData", about(data -> {
            data.put("entryNum", "01");
            data.put("outNum", "02");
            data.put("arriveTime", TIME.format(arrived));
            data.put("endTime", TIME.format(left));
            data.put("parkingType", 1);
            data.put("shouldPay", FEE);
        })));
        calls.add(Map.entry("uploadPhoto", photo(2, left)));
        calls.add(Map.entry("applyPayment", about(data -> {
            data.put("arriveTime", TIME.format(arrived));
            data.put("endTime", TIME.format(left));
            data.put("billID", uid + "B1");
            data.put("billTime", TIME.format(left));
            data.put("shouldPay", FEE);
            data.put("payStatus", 0);
            data.put("carStock", 1);
        })));
        return calls;
    }

    private Map<String, Object> about(Consumer<Map<String, Object>> more) {
        Map<String, Object> data = lot();
        data.put("plateNo", plate);
        data.put("plateColor", 1);
        more.accept(data);
        return data;
    }

    private Map<String, Object> photo(int type, Instant takenAt) {
        Map<String, Object> data = lot();
        data.put("photoID", uid + "P" + type);
        data.put("time", TIME.format(takenAt));
        data.put("type", type);
        data.put("name", type == 1 ? "entry.jpg" : "exit.jpg");
        byte[] picture = Arrays.copyOf(PHOTO, Math.max(PHOTO.length, photoBytes));
        // noise, which a database cannot compress
        byte[] noise = new byte[picture.length - PHOTO.length];
        new Random(uid.hashCode() + type).nextBytes(noise);
        System.arraycopy(noise, 0, picture, PHOTO.length, noise.length);
        data.put("file", Base64.getEncoder().encodeToString(picture));
        return data;
    }

    private Map<String, Object> lot() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("uid", uid);
        data.put("parkingCode", lotCode);
        data.put("uploadTime", TIME.format(left));
        return data;
    }
}
