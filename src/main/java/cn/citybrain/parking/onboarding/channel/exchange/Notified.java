package cn.citybrain.parking.onboarding.channel.exchange;

import static cn.citybrain.parking.onboarding.channel.exchange.FreeText.masked;

import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice;
import cn.citybrain.parking.onboarding.channel.exchange.AnswersTo.Answer;
import java.time.Instant;
import java.util.Optional;

/** What a channel told of a visit or a charge by itself, in the words of its answers. */
public final class Notified {

    private Notified() {}

    /**
     * @param channel code
     * @param repeats how often the same came again, the last time {@code lastAt}
     * @return empty for a notice about anything else
     */
    public static Optional<Answer> of(String channel, ChannelNotice notice, Instant at, int repeats, Instant lastAt) {
        if (notice instanceof ChannelNotice.DeductionDecided decided) {
            Heard heard = MoneyAnswers.of(decided.result());
            return Optional.of(new Answer(
                    channel, "渠道通知扣款结果", decided.outTradeNo(), heard.words(), heard.code(), at, repeats, lastAt));
        } else if (notice instanceof ChannelNotice.VisitMoved moved) {
            String words = moved.chargeable() ? "本次停车可以扣款" : "渠道暂不为该车扣款：" + masked(moved.reason());
            return Optional.of(new Answer(channel, "渠道通知停车状态", moved.visitNo(), words, "", at, repeats, lastAt));
        }
        return Optional.empty();
    }
}
