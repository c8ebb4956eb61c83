package cn.citybrain.parking.onboarding.parking.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.parking.CallSeen;
import cn.citybrain.parking.onboarding.parking.CityBrainTest;
import cn.citybrain.parking.onboarding.parking.TestLot;
import cn.citybrain.parking.onboarding.parking.TestLot.Answer;
import cn.citybrain.parking.onboarding.parking.TestLots;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.parking.key.LotKeys;
import cn.citybrain.parking.onboarding.parking.record.ParkingRecords;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may speak, in which wrapping, and how much. */
@CityBrainTest
class LotEnvelopesTest {

    private static final String ENTRY = "/api/v2/cp/uploadCarInData";

    @Autowired
    TestLots lots;

    @Autowired
    AccessKeys keys;

    @Autowired
    ParkingRecords records;

    @Autowired
    LotTraffic traffic;

    @Autowired
    RequestRate rate;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    TestLot lot;
    String id;

    @BeforeEach
    void aLotUnderTest() {
        clock.reset();
        lot = lots.connected();
        id = UUID.randomUUID().toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lot-1024", "lot-2048"})
    void keysOfBothSizesAreAcceptedInBothAddressFamilies(String key) {
        TestLot sized = lots.connected(key);
        Map<String, Object> data = sized.data("uploadCarInData", id);

        assertThat(sized.send("uploadCarInData", data).code()).isEqualTo(200);
        assertThat(sized.post("/tcjg/api/uploadCarInData", sized.form(sized.write(Map.of("data", data))))
                        .code())
                .isEqualTo(200);
        assertThat(sized.post(
                                "/tcjg/api/uploadHeartbeat",
                                sized.form(sized.write(Map.of("data", sized.data("uploadHeartbeat", id)))))
                        .code())
                .isEqualTo(200);
        assertThat(records.recentStays(sized.code, 5)).hasSize(1);
    }

    @Test
    void dataMayBeAStringThatHoldsTheObject() {
        String inner = lot.write(lot.data("uploadCarInData", id));

        Answer answer = lot.post(ENTRY, lot.form(lot.write(Map.of("data", inner))));

        assertThat(answer.code()).isEqualTo(200);
        assertThat(records.stay(lot.code, id)).isPresent();
    }

    @Test
    void aPhotoMayStandOutsideOrInsideTheCipher() {
        Map<String, Object> data = lot.data("uploadPhoto", id);
        String file = (String) data.remove("file");
        Map<String, String> form = lot.form(lot.write(Map.of("data", data)));
        form.put("file", file);

        assertThat(lot.post("/api/v2/cp/uploadPhoto", form).code()).isEqualTo(200);
        assertThat(records.photo(lot.code, "U" + id, 1)).hasValueSatisfying(photo -> assertThat(photo)
                .isEqualTo(Base64.getDecoder().decode(file)));

        Map<String, Object> inside = lot.data("uploadPhoto", id);
        assertThat(lot.send("uploadPhoto", inside).code()).isEqualTo(200);
    }

    @Test
    void theLargestPhotoPassesInsideTheCipherAndAByteMoreDoesNot() {
        Map<String, Object> data = lot.data("uploadPhoto", id);
        data.put("file", TestLot.jpeg(512 * 1024));
        assertThat(lot.send("uploadPhoto", data).code()).isEqualTo(200);
        assertThat(records.photo(lot.code, "U" + id, 1))
                .hasValueSatisfying(photo -> assertThat(photo).hasSize(512 * 1024));

        data.put("photoID", "P2" + id);
        data.remove("file");
        Map<String, String> form = lot.form(lot.write(Map.of("data", data)));
        form.put("file", TestLot.jpeg(512 * 1024 + 1));
        Answer answer = lot.post("/api/v2/cp/uploadPhoto", form);
        assertThat(answer).returns(200, Answer::status).returns(413, Answer::code);
        assertThat(answer.msg()).startsWith("file（照片内容）").contains("512 KB");
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() {
        Map<String, String> form = lot.form(lot.write(Map.of("data", lot.data("uploadHeartbeat", id))));
        form.put("file", "A".repeat(1536 * 1024));

        assertThat(lot.post("/api/v2/tcjg/uploadHeartbeat", form))
                .returns(200, Answer::status)
                .returns(413, Answer::code);
    }

    @Test
    void anUnknownAccessIdIsRefused() {
        TestLot stranger = lots.unknown(lot.code, "acc-nobody", "lot-1024");

        Answer answer = stranger.send("uploadCarInData", stranger.data("uploadCarInData", id));

        assertThat(answer).returns(200, Answer::status).returns(401, Answer::code);
        assertThat(answer.msg()).startsWith("accessID（接入编号）");
        assertThat(records.stay(lot.code, id)).isEmpty();
    }

    /** Nor does the answer wait for what the vendor is shown: its time would tell. */
    @Test
    void whoHasNoKeyDoesNotLearnWhichAccessIdsThereAre() {
        Answer unknown = lots.unknown(lot.code, "acc-nobody", "lot-2048")
                .send("uploadCarInData", lot.data("uploadCarInData", id));
        TestLot thief = lots.unknown(lot.code, lot.accessId, "lot-2048");
        assertThat(thief.send("uploadCarInData", lot.data("uploadCarInData", id)))
                .isEqualTo(unknown);
        await().until(() -> !traffic.of(lot.code).isEmpty());

        transaction.executeWithoutResult(status -> {
            jdbc.sql("UPDATE lot_traffic SET error_count = error_count WHERE lot_code = ?")
                    .param(lot.code)
                    .update();
            assertThat(thief.send("uploadCarInData", lot.data("uploadCarInData", id)))
                    .as("while nobody can write the lot's traffic")
                    .isEqualTo(unknown);
        });
        await().until(() -> traffic.of(lot.code).get(0).errorCount() == 2);
    }

    @Test
    void aSignatureOfAnotherKeyIsRefusedAndTheVendorSeesIt() {
        TestLot thief = lots.unknown(lot.code, lot.accessId, "lot-2048");

        Answer answer = thief.send("uploadCarInData", thief.data("uploadCarInData", id));

        assertThat(answer.code()).isEqualTo(401);
        assertThat(answer.msg()).contains("sign（签名）");
        assertThat(records.stay(lot.code, id)).isEmpty();
        await().untilAsserted(() -> assertThat(traffic.of(lot.code))
                .singleElement()
                .returns(LotTraffic.ENVELOPE, CallSeen::call)
                .returns(true, seen -> seen.lastError().startsWith("sign（签名）")));
    }

    @Test
    void aChangedCipherIsRefused() {
        Map<String, String> form = lot.form(lot.write(Map.of("data", lot.data("uploadCarInData", id))));
        form.put("cipher", lot.form("{\"data\":{}}").get("cipher"));

        assertThat(lot.post(ENTRY, form).code()).isEqualTo(401);
    }

    @Test
    void aLotOfSomebodyElseIsRefusedWithoutATrace() {
        TestLot other = lots.connected();

        Answer answer = lot.send("uploadCarInData", other.data("uploadCarInData", id));

        assertThat(answer).returns(200, Answer::status).returns(403, Answer::code);
        assertThat(answer.msg()).startsWith("parkingCode（停车场编号）");
        assertThat(records.stay(other.code, id)).isEmpty();
        assertThat(traffic.of(other.code)).isEmpty();
        assertThat(traffic.of(lot.code)).singleElement().returns(answer.msg(), CallSeen::lastError);
    }

    @Test
    void oneAccessIdMayServeSeveralLots() {
        String second = "S" + id.substring(0, 12);
        keys.register(second, lot.accessId, LotKeys.publicPem("lot-1024"), "vendor-test");
        Map<String, Object> data = lot.data("uploadCarInData", id);
        data.put("parkingCode", second);

        assertThat(lot.send("uploadCarInData", data).code()).isEqualTo(200);
        assertThat(lot.send("uploadCarInData", lot.data("uploadCarInData", id)).code())
                .isEqualTo(200);
    }

    @Test
    void somebodyElsesKeyUnderTheSameAccessIdDoesNotOpenMyLot() {
        TestLot squatter = lots.unknown("Q" + id.substring(0, 12), lot.accessId, "lot-2048");
        keys.register(squatter.code, lot.accessId, LotKeys.publicPem("lot-2048"), "vendor-other");

        assertThat(squatter.send("uploadCarInData", lot.data("uploadCarInData", id))
                        .code())
                .isEqualTo(403);
        assertThat(lot.send("uploadCarInData", lot.data("uploadCarInData", id)).code())
                .isEqualTo(200);
    }

    @Test
    void aReplacedKeyIsWorthNothing() {
        keys.register(lot.code, lot.accessId, LotKeys.publicPem("lot-2048"), "vendor-test");

        assertThat(lot.send("uploadHeartbeat", lot.data("uploadHeartbeat", id)).code())
                .isEqualTo(401);
        TestLot renewed = lots.unknown(lot.code, lot.accessId, "lot-2048");
        assertThat(renewed.send("uploadHeartbeat", renewed.data("uploadHeartbeat", id))
                        .code())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accessID", "cipher", "sign"})
    void aMissingFormFieldIsNamed(String field) {
        Map<String, String> form = lot.form("{\"data\":{}}");
        form.remove(field);

        Answer answer = lot.post(ENTRY, form);

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.msg()).startsWith(field + "（");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"no JSON", "[]", "{}", "{\"data\":null}", "{\"data\":[]}", "{\"data\":\"no JSON\"}", "", "null"})
    void aPlainTextThatHoldsNoDataIsRefused(String plain) {
        Answer answer = lot.post(ENTRY, lot.form(plain.isEmpty() ? " " : plain));

        assertThat(answer).returns(200, Answer::status).returns(400, Answer::code);
        assertThat(answer.msg()).startsWith("cipher 解密后");
    }

    @Test
    void aCipherThatIsNoneIsRefusedThoughItIsSigned() throws Exception {
        Signature signature = Signature.getInstance("MD5withRSA");
        signature.initSign(LotKeys.privateKey("lot-1024"));
        signature.update("bm90aGluZw==".getBytes());
        String sign = Base64.getEncoder().encodeToString(signature.sign());

        Answer answer = lot.post(ENTRY, Map.of("accessID", lot.accessId, "cipher", "bm90aGluZw==", "sign", sign));

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.msg()).startsWith("cipher（密文）");
    }

    @Test
    void jsonInsteadOfAFormIsRefused() {
        assertThat(lot.post(ENTRY, "application/json", "{}"))
                .returns(200, Answer::status)
                .returns(400, Answer::code);
        assertThat(lot.post(ENTRY, "application/x-www-form-urlencoded", "accessID=%zz"))
                .returns(400, Answer::code);
    }

    @Test
    void anUnknownCallIsRefused() {
        assertThat(lot.send("uploadEverything", Map.of()))
                .returns(200, Answer::status)
                .returns(400, Answer::code);
    }

    @Test
    void whoSendsTooFastIsToldToWaitAndNobodyElseIs() {
        int sent = 0;
        while (rate.permits(lot.accessId, LotKeys.publicKey("lot-1024"))) {
            sent++;
        }
        assertThat(sent).isEqualTo(1200);

        assertThat(lot.send("uploadHeartbeat", lot.data("uploadHeartbeat", id)).code())
                .isEqualTo(429);
        TestLot other = lots.connected();
        assertThat(other.send("uploadHeartbeat", other.data("uploadHeartbeat", id))
                        .code())
                .isEqualTo(200);

        clock.advance(Duration.ofSeconds(1));
        assertThat(lot.send("uploadHeartbeat", lot.data("uploadHeartbeat", id)).code())
                .isEqualTo(200);
    }

    @Test
    void whoeverCannotSignCannotUseUpALotsRequests() {
        TestLot thief = lots.unknown(lot.code, lot.accessId, "lot-2048");
        for (int i = 0; i < 3; i++) {
            thief.send("uploadHeartbeat", thief.data("uploadHeartbeat", id));
        }

        int left = 0;
        while (rate.permits(lot.accessId, LotKeys.publicKey("lot-1024"))) {
            left++;
        }
        assertThat(left).isEqualTo(1200);
    }
}
