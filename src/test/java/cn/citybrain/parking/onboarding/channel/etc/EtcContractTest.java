package cn.citybrain.parking.onboarding.channel.etc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelContractTest;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Succeeded;
import cn.citybrain.parking.onboarding.channel.gateway.GatewayBench;
import cn.citybrain.parking.onboarding.channel.lot.LaneDevice;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ETC adds to the gateway contract. */
class EtcContractTest extends ChannelContractTest {

    private final GatewayBench gateway = new GatewayBench(Channel.ETC, new EtcDialect());

    EtcContractTest() {
        super(Channel.ETC);
    }

    @Test
    void theTerminalOfTheLaneMakesTheDeal() {
        LotRegistration lot = gateway.registered(List.of(
                new LaneDevice("1", "RSU0001", "3301A0B1C2D3"), new LaneDevice("2", "RSU0002", "3301A0B1C2D4")));
        DeductionOrder order = gateway.parked(lot, gateway.bench.plate());
        assertThat(gateway.adapter.charges().deduct(order))
                .isInstanceOfSatisfying(
                        Succeeded.class,
                        success -> assertThat(success.facts().terminalNo()).isEqualTo("3301A0B1C2D3"));
        assertThat(gateway.bench.charged(order.outTradeNo())).containsExactly(1500);
    }

    @Test
    void anApplicationGoesOverSignatureAndDevicesToTheAccount() {
        String no = gateway.bench.number("ET20261123");
        gateway.adapter
                .accounts()
                .submit(new MerchantApplication(
                        no,
                        Map.of(
                                "merchantName", "湖滨",
                                "licenceNumber", "91330102765432101R",
                                "accountNumber", "1202000000000000001"),
                        List.of()));
        assertThat(gateway.adapter.accounts().review(no)).isInstanceOf(ReviewResult.AwaitingVisit.class);
        gateway.desk.advance(no);
        assertThat(gateway.adapter.accounts().review(no)).isInstanceOf(ReviewResult.VisitScheduled.class);
        for (String state : List.of("SIGNED", "DEVICES_INSTALLED")) {
            assertThat(gateway.desk.advance(no).state()).isEqualTo(state);
            assertThat(gateway.adapter.accounts().review(no)).isInstanceOf(ReviewResult.Signed.class);
        }
        assertThat(gateway.desk.advance(no).state()).isEqualTo("ACTIVE");
        assertThat(gateway.adapter.accounts().review(no)).isInstanceOf(ReviewResult.Approved.class);
    }

    @Test
    void aLotWithoutDevicesIsRefused() {
        assertThat(gateway.adapter.lots().register(gateway.bench.lot(GatewayBench.MERCHANT, List.of())))
                .isEqualTo(new LotState.Refused("停车场没有安装 ETC 设备"));
    }

    @ParameterizedTest
    @CsvSource({"1,0", "2,1", "3,3", "4,2", "5,4", "7,9"})
    void hasColoursOfItsOwn(int cityBrain, String etc) {
        assertThat(new EtcDialect().plateColor(cityBrain)).isEqualTo(etc);
    }
}
