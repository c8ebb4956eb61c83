package cn.citybrain.parking.onboarding.process.wire;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** One application for one lot at every channel, played over the wire until its lot is live. */
public final class FinishedApplications {

    private static final int FEE = 500;

    private FinishedApplications() {}

    /** Their numbers. */
    public static List<String> play(ApplicationContext app) {
        WireBench wire = new WireBench(app);
        try {
            List<String> numbers = new ArrayList<>();
            for (Channel channel : Channel.values()) {
                numbers.add(play(wire, channel));
            }
            return numbers;
        } finally {
            wire.close();
        }
    }

    private static String play(WireBench wire, Channel channel) {
        WiredApplication application =
                WiredApplication.apply(wire, channel, wire.bench.merchant, List.of(wire.lot(wire.bench.merchant)));
        LotBinding lot = application.until("userTask_bindLots").bind().get(0);
        String plate = "浙A6000" + channel.ordinal();
        wire.register(lot, plate);
        wire.prepared(lot);
        wire.visit(lot, plate, FEE);
        wire.settle(lot);
        assertThat(wire.bench.applications.byNo(application.no).state())
                .as(channel.code())
                .isEqualTo(ApplicationState.DONE);
        return application.no;
    }
}
