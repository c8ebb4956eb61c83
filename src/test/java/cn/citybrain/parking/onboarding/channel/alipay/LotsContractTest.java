package cn.citybrain.parking.onboarding.channel.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration.Lot;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayOperation;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Lots, adapter against simulator over HTTP. */
class LotsContractTest {

    private final SimulatedAlipay alipay = SimulatedAlipay.shared();
    private final LotRegistration lot = alipay.bench.lot(SimulatedAlipay.PID, List.of());
    private final String outNo = "330106001B" + lot.bindingId();

    private void plan(AlipayOperation operation, Kind kind, int status, String code) {
        alipay.plan(operation, kind, status, code, outNo);
    }

    private List<cn.citybrain.parking.onboarding.simulator.channel.book.Lot> received() {
        return alipay.desk.lots().stream()
                .filter(known -> known.outNo().equals(outNo))
                .toList();
    }

    private static LotRegistration with(LotRegistration lot, String account, String longitude, String phone) {
        Lot facts = lot.lot();
        return new LotRegistration(
                lot.bindingId(),
                account,
                new Lot(
                        facts.code(),
                        facts.name(),
                        facts.address(),
                        facts.spaceCount(),
                        longitude,
                        facts.latitude(),
                        phone,
                        List.of()),
                "",
                "");
    }

    @Test
    void isRegisteredAtOnceWithEverythingThatWithholdingNeeds() {
        LotState.Registered state = (LotState.Registered) alipay.adapter.lots().register(lot);
        assertThat(state.reference()).isEqualTo(outNo).hasSizeLessThanOrEqualTo(28);
        assertThat(received()).singleElement().satisfies(known -> {
            assertThat(known.number()).isEqualTo(state.channelLotId());
            assertThat(known.name()).isEqualTo(lot.lotName());
            assertThat(known.address()).isEqualTo(lot.lot().address());
            assertThat(known.account()).isEqualTo(SimulatedAlipay.PID);
            assertThat(known.spaceCount()).isEqualTo(320);
            assertThat(known.fact("longitude")).isEqualTo(lot.lot().longitude());
            assertThat(known.fact("latitude")).isEqualTo(lot.lot().latitude());
            assertThat(known.fact("parking_mobile")).isEqualTo(lot.lot().servicePhone());
            assertThat(known.fact("pay_type")).isEqualTo("1,2");
            assertThat(known.fact("support_after_pay")).isEqualTo("Y");
        });
        assertThat(alipay.adapter.lots().register(lot)).as("again is the same").isEqualTo(state);
        assertThat(alipay.adapter.lots().state(lot)).isEqualTo(state);
    }

    @Test
    void whatIsMissingIsNamedWithThePlaceWhereItIsEntered() {
        assertThat(alipay.adapter.lots().register(with(lot, SimulatedAlipay.PID, "", "")))
                .isInstanceOfSatisfying(LotState.Refused.class, refused -> assertThat(refused.reason())
                        .contains(lot.lotName(), "经度、客服电话", "位置和客服电话")
                        .doesNotContain("纬度、"));
        assertThat(alipay.adapter.lots().register(with(lot, "finance@parking.example", "120.1", "0571-88000000")))
                .isInstanceOfSatisfying(LotState.Refused.class, refused -> assertThat(refused.reason())
                        .contains("PID"));
        assertThat(received()).isEmpty();
    }

    @Test
    void aLongCodeOfALotStillFits() {
        LotRegistration longer = new LotRegistration(
                Long.MAX_VALUE, SimulatedAlipay.PID, lotWithCode("3301-06/001-ABCDEFGHIJKLMNOPQRSTUVWXYZ"), "", "");
        assertThat(AlipayLots.ourId(longer)).hasSize(28).startsWith("33010600").endsWith("B" + Long.MAX_VALUE);
    }

    private Lot lotWithCode(String code) {
        Lot facts = lot.lot();
        return new Lot(
                code,
                facts.name(),
                facts.address(),
                facts.spaceCount(),
                facts.longitude(),
                facts.latitude(),
                facts.servicePhone(),
                List.of());
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {
                "CUT",
                "HOLD",
                "ACCEPTED_202",
                "DONE_THEN_ERROR",
                "DONE_THEN_CUT",
                "DONE_THEN_HOLD",
                "WRONG_SIGNATURE",
                "UNSIGNED",
                "MALFORMED"
            })
    void anUnclearAnswerIsFollowedByAQuestionNotByASecondLot(Kind kind) {
        plan(AlipayOperation.LOT_SUBMIT, kind, 20000, "isp.unknow-error");
        assertThatThrownBy(() -> alipay.adapterFor(kind).lots().register(lot)).isInstanceOf(ChannelException.class);
        assertThat(alipay.adapter.lots().register(lot)).isInstanceOf(LotState.Registered.class);
        assertThat(received()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "10000, INVALID_PARAMETER, true",
        "10000, NO_PERMISSION_ERROR, true",
        "10000, BIZ_FAIL, true",
        "10000, SOMETHING_NEW, true",
        "10000, SYSTEM_ERROR, false",
        "10000, BIZ_UNKNOWN, false",
        "0, PARKING_LOT_NAME_ILLEGAL, true",
        "40003, X, true",
        "40001, isv.missing-parameter, true",
        "40002, isv.invalid-parameter, true",
        "0, SYSTEM_ERROR, false",
        "20000, isp.unknow-error, false",
        "20001, aop.invalid-auth-token, false",
        "40002, isv.invalid-signature, false",
        "40005, app-call-limited, false",
        "40006, isv.insufficient-isv-permissions, false"
    })
    void everyCodeHasItsMeaning(int status, String code, boolean refused) {
        plan(AlipayOperation.LOT_SUBMIT, Kind.REFUSE, status, code);
        if (refused) {
            assertThat(alipay.adapter.lots().register(lot)).isEqualTo(new LotState.Refused(code + " 的说明"));
        } else {
            assertThatThrownBy(() -> alipay.adapter.lots().register(lot)).isInstanceOf(ChannelException.class);
        }
        assertThat(alipay.adapter.lots().register(lot)).isInstanceOf(LotState.Registered.class);
    }

    @Test
    void anUnknownResultIsAskedForAtOnce() {
        alipay.desk.plan(Fault.once(AlipayOperation.LOT_SUBMIT, Kind.DONE_THEN_ERROR)
                .answering(10000, "BIZ_UNKNOWN", "请求受理结果未知")
                .matching(outNo));
        assertThat(alipay.adapter.lots().register(lot)).isInstanceOf(LotState.Registered.class);
        assertThat(received()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"CUT, 0, ''", "REFUSE, 20000, isp.unknow-error", "REFUSE_UNSIGNED, 0, X", "WRONG_SIGNATURE, 0, ''"})
    void withoutAClearAnswerToTheQuestionNothingIsRegistered(Kind kind, int status, String code) {
        plan(AlipayOperation.LOT_QUERY, kind, status, code);
        assertThatThrownBy(() -> alipay.adapter.lots().register(lot)).isInstanceOf(ChannelException.class);
        assertThat(received()).isEmpty();
    }

    @Test
    void aNumberThatSomebodyElsesLotBearsIsNotTakenForOurs() {
        alipay.adapter.lots().register(lot);
        String other = alipay.bench.number("2088800000");
        assertThat(alipay.adapter
                        .lots()
                        .register(with(
                                lot, other, lot.lot().longitude(), lot.lot().servicePhone())))
                .isInstanceOfSatisfying(LotState.Refused.class, refused -> assertThat(refused.reason())
                        .contains("收款方不同"));
    }

    @Test
    void aPayeeThatIsUnknownIsRefused() {
        LotRegistration strange = alipay.bench.lot(alipay.bench.number("2088800000"), List.of());
        assertThat(alipay.adapter.lots().register(strange)).isEqualTo(new LotState.Refused("收款账户没有授权服务商录入停车场"));
    }
}
