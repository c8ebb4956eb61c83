package cn.citybrain.parking.onboarding.process.fault;

import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.parking.TestLot;
import cn.citybrain.parking.onboarding.parking.TestLot.Answer;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.parking.key.LotKeys;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a lot's system sends about one visit over HTTP, and what was acknowledged of it. */
final class RecordCalls {

    private static final int TAKEN = 200;
    private static final int AMOUNT = 500;
    private static final String PHOTO = TestLot.jpeg(200);

    final String uid = UUID.randomUUID().toString().replace("-", "");
    private final String lotCode;
    private final TestLot lot;
    private final JdbcClient jdbc;
    private final String entered;
    private final String left;

    /** Acknowledged contents, by call and key. */
    private final Map<String, Set<String>> acknowledged = new ConcurrentHashMap<>();

    RecordCalls(ApplicationContext app, int port, String lotCode) {
        this.lotCode = lotCode;
        jdbc = app.getBean(JdbcClient.class);
        app.getBean(AccessKeys.class).register(lotCode, "acc-" + lotCode, LotKeys.publicPem("lot-1024"), "vendor-test");
        TestClock clock = app.getBean(TestClock.class);
        lot = new TestLot(
                "http://localhost:" + port,
                lotCode,
                "acc-" + lotCode,
                LotKeys.privateKey("lot-1024"),
                app.getBean(ObjectMapper.class),
                clock);
        // the visit lies before, its calls come now
        entered = lot.at(Duration.ofMinutes(-5));
        left = lot.at(Duration.ofMinutes(-1));
    }

    /** One of in, out, photo1, photo2, pay. */
    Answer send(String call) {
        return sendOf(uid, call);
    }

    /** The same about another lot's visit. */
    Answer sendOf(String visit, String call) {
        return switch (call) {
            case "in" -> enter(visit, FaultBench.PLATE);
            case "out" -> leave(visit);
            case "photo1", "photo2" -> photo(visit, call.endsWith("1") ? 1 : 2);
            case "pay" -> pay(visit, "B" + visit.substring(0, 20), AMOUNT);
            default -> throw new IllegalArgumentException(call);
        };
    }

    Answer enter(String visit, String plate) {
        return send(
                "uploadCarInData",
                visit,
                Map.of("uid", visit, "plateNo", plate, "plateColor", 1, "arriveTime", entered));
    }

    private Answer leave(String visit) {
        Map<String, Object> data = new HashMap<>(Map.of("uid", visit, "plateNo", FaultBench.PLATE, "plateColor", 1));
        data.putAll(Map.of("arriveTime", entered, "endTime", left, "shouldpay", "" + AMOUNT, "paidType", 4));
        return send("uploadCarOutData", visit, data);
    }

    private Answer photo(String visit, int type) {
        String id = visit.substring(0, 20) + type;
        return send(
                "uploadPhoto",
                id,
                Map.of("uid", visit, "photoID", id, "time", type == 1 ? entered : left, "type", type, "file", PHOTO));
    }

    Answer pay(String visit, String billNo, int amount) {
        Map<String, Object> data = new HashMap<>(Map.of("uid", visit, "plateNo", FaultBench.PLATE, "plateColor", 1));
        data.putAll(Map.of("arriveTime", entered, "endTime", left, "billID", billNo, "billTime", left));
        data.putAll(Map.of("shouldPay", amount, "payStatus", 0, "carStock", 1));
        return send("applyPayment", billNo, data);
    }

    private Answer send(String call, String key, Map<String, Object> content) {
        Map<String, Object> data = new HashMap<>(content);
        data.put("parkingCode", lotCode);
        data.put("uploadTime", left);
        Answer answer = lot.send(call, data);
        if (answer.code() == TAKEN) {
            acknowledged
                    .computeIfAbsent(call + " " + key, any -> ConcurrentHashMap.newKeySet())
                    .add(new java.util.TreeMap<>(content).toString());
        }
        return answer;
    }

    /** Calls that were acknowledged and are not kept, or acknowledged with two contents of which one is kept. */
    List<String> lost() {
        return acknowledged.entrySet().stream()
                .filter(call -> call.getValue().size() != 1 || !kept(call.getKey()))
                .map(call -> call.getKey() + " (" + call.getValue().size() + " contents)")
                .toList();
    }

    private boolean kept(String callAndKey) {
        String[] parts = callAndKey.split(" ");
        return jdbc.sql("SELECT count(*) FROM lot_record WHERE lot_code = ? AND call_name = ? AND record_key = ?")
                        .params(lotCode, parts[0], parts[1])
                        .query(Integer.class)
                        .single()
                == 1;
    }
}
