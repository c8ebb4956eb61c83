package cn.citybrain.parking.onboarding.simulator.lot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.parking.Stay;
import cn.citybrain.parking.onboarding.parking.call.LotTraffic;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.parking.record.ParkingRecords;
import cn.citybrain.parking.onboarding.simulator.SimulatorServer;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The simulated lot against the platform's real interface. */
@OnboardingTest
class LotDeskTest {

    private static final String LOT = "SIMLOT01";

    @Autowired
    SimulatorServer simulator;

    @Autowired
    AccessKeys keys;

    @Autowired
    ParkingRecords records;

    @Autowired
    LotTraffic traffic;

    LotDesk desk;
    LotSystems lots;

    @BeforeEach
    void introduceTheLot() {
        desk = simulator.part(LotDesk.class);
        lots = simulator.part(LotSystems.class);
        register(lots.configure(LOT, 2048, false, false));
    }

    @ParameterizedTest
    @CsvSource({"1024,false,false", "1024,true,true", "2048,false,true", "2048,true,false"})
    void isUnderstoodInEveryVariantOfTheEnvelope(int keySize, boolean dataAsText, boolean fileOutside) {
        String code = "SIMV" + keySize + (dataAsText ? "T" : "O") + (fileOutside ? "F" : "I");
        register(lots.configure(code, keySize, dataAsText, fileOutside));
        LotRun hello = desk.hello(code);
        LotRun entered = desk.enter(code, "浙A00001", 1);
        assertThat(hello.calls()).extracting(LotCall::resultCode).containsOnly(200);
        assertThat(entered.calls().subList(0, 2))
                .extracting(LotCall::call, LotCall::resultCode)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("uploadCarInData", 200),
                        org.assertj.core.groups.Tuple.tuple("uploadPhoto", 200));
        assertThat(records.stay(code, entered.visit().uid()))
                .map(Stay::entryPhoto)
                .hasValue(true);
    }

    @Test
    void reportsAWholeVisitUnderOneUid() {
        LotRun run = simulator.part(WholeVisit.class).flawless(LOT, "浙A00002", 1, 500);
        assertThat(records.stay(LOT, run.visit().uid())).hasValueSatisfying(stay -> {
            assertThat(stay.plateNo()).isEqualTo("浙A00002");
            assertThat(stay.enteredAt()).isEqualTo(stay.leftAt().minus(VisitPlan.STAY));
            assertThat(stay.exitFee()).isEqualTo(500);
            assertThat(stay.entryPhoto()).isTrue();
            assertThat(stay.exitPhoto()).isTrue();
        });
        assertThat(run.calls()).extracting(LotCall::call).endsWith("applyPayment");
    }

    @Test
    void isToldWhyAVehicleThatIsNotUnderTestIsNotCharged() {
        LotRun entered = desk.enter(LOT, "浙A00003", 1);
        desk.leave(LOT, entered.visit().uid(), 500);
        LotRun asked = desk.requestPayment(LOT, entered.visit().uid());
        assertThat(asked.calls()).singleElement().satisfies(call -> {
            assertThat(call.resultCode()).isEqualTo(403);
            assertThat(call.message()).isNotBlank();
        });
        assertThat(asked.accepted()).isFalse();
    }

    @Test
    void spoilsWhatItSaysItSpoils() {
        LotRun noEntry = spoiled(SpoiledRecord.NO_ENTRY);
        assertThat(stay(noEntry).enteredAt()).isNull();
        LotRun noExit = spoiled(SpoiledRecord.NO_EXIT);
        assertThat(stay(noExit).leftAt()).isNull();
        LotRun backwards = spoiled(SpoiledRecord.EXIT_BEFORE_ENTRY);
        assertThat(stay(backwards).leftAt()).isBefore(stay(backwards).enteredAt());
        LotRun otherPlate = spoiled(SpoiledRecord.OTHER_PLATE_AT_EXIT);
        assertThat(stay(otherPlate).exitPlateNo()).isNotEqualTo(stay(otherPlate).plateNo());
        assertThat(stay(spoiled(SpoiledRecord.NO_ENTRY_PHOTO)).entryPhoto()).isFalse();
        assertThat(stay(spoiled(SpoiledRecord.NO_EXIT_PHOTO)).exitPhoto()).isFalse();
        assertThat(stay(spoiled(SpoiledRecord.EXIT_FEE_DIFFERS)).exitFee()).isEqualTo(600);
        assertThat(stay(spoiled(SpoiledRecord.PAID_OTHERWISE)).exitPaidType()).isEqualTo(1);
    }

    @Test
    void keepsALogWithoutPhotosOfWhatItSaidAndHeard() {
        desk.hello(LOT);
        LotRun entered = desk.enter(LOT, "浙A00004", 1);
        List<LotCall> log = simulator.part(LotLink.class).log(LOT);
        assertThat(log.get(log.size() - 1).call()).isEqualTo("uploadHeartbeat");
        assertThat(log)
                .filteredOn(call -> call.call().equals("uploadPhoto"))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.sent()).doesNotContainKey("file"));
        assertThat(log).anySatisfy(call -> assertThat(call.sent())
                .containsEntry("uid", entered.visit().uid()));
        assertThat(traffic.of(LOT)).extracting("call").contains("uploadHeartbeat", "uploadCarInData");
    }

    @Test
    void isRefusedWithAKeyThatIsNotRegistered() {
        lots.configure(LOT, 1024, false, false);
        LotCall answer =
                desk.send(LOT, "uploadHeartbeat", Map.of("parkingCode", LOT, "uploadTime", "2026-11-23 09:00:00"));
        assertThat(answer.resultCode()).isEqualTo(401);
    }

    @Test
    void doesNotKnowVisitsOfOtherLots() {
        String uid = desk.enter(LOT, "浙A00005", 1).visit().uid();
        assertThatThrownBy(() -> desk.leave("SIMLOT02", uid, 500)).isInstanceOf(NoSuchElementException.class);
    }

    private LotRun spoiled(SpoiledRecord flaw) {
        return simulator.part(WholeVisit.class).spoiled(LOT, "浙A00009", 1, 500, flaw);
    }

    private Stay stay(LotRun run) {
        return records.stay(LOT, run.visit().uid()).orElseThrow();
    }

    private void register(LotSystem lot) {
        keys.register(lot.code(), lot.accessId(), lot.key().publicKeyPem(), "test");
    }
}
