package cn.citybrain.parking.onboarding.board;

import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.answer.AwaitedAnswer;
import cn.citybrain.parking.onboarding.process.answer.AwaitedAnswers;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Since when a lot waits for its channel's consent, and until when that is expected. */
@Component
class ConsentWaits {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneId.of("Asia/Shanghai"));

    private final AwaitedAnswers waits;

    ConsentWaits(AwaitedAnswers waits) {
        this.waits = waits;
    }

    /** A lot that the channel has not been told of yet waits since no moment. */
    NextStep awaited(LotBinding binding, String channel) {
        Optional<AwaitedAnswer> wait = waits.ofLot(binding.id()).stream().findFirst();
        String expected = wait.map(AwaitedAnswer::expectedAt)
                .map(at -> "（预计 " + DAY.format(at) + " 前）")
                .orElse("");
        return new NextStep(
                "等待" + channel + "同意该停车场收款" + expected,
                channel,
                wait.map(AwaitedAnswer::since).orElse(null));
    }
}
