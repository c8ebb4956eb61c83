package cn.citybrain.parking.onboarding.simulator.channel.exchange;

import cn.citybrain.parking.onboarding.simulator.channel.fault.Operation;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Seal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * How one channel's calls look on the wire: which requests are its own, who signed them, how its answers are signed. The
 * work itself is done by the channel's controllers; what they answer is sealed here.
 */
public interface Protocol {

    /** Code of the channel. */
    String channel();

    /** Whether a request is for this channel; judged by the path alone. */
    boolean owns(HttpServletRequest request);

    /** What is asked: by path, or by a parameter of query or form. Empty: no fault can happen to it. */
    Optional<? extends Operation> operation(Call call);

    /** Empty if the platform signed it and it is fresh; otherwise the refusal, not sealed yet. */
    Optional<Answer> refusal(Call call);

    /**
     * An error in the channel's words, not sealed yet.
     *
     * @param status 0 = the usual one; means nothing to channels that answer 200 always
     * @param code empty = "internal error"
     * @param message empty = the code's
     */
    Answer error(Call call, int status, String code, String message);

    /**
     * Signs an answer: in a header, in a field or around the body. {@link Seal#NONE} leaves only the signature out.
     */
    Answer seal(Call call, Answer answer, Seal seal);

    /** A signed answer that is not what the protocol speaks. */
    default Answer malformed(Call call) {
        return seal(call, Answer.json(200, "<html>"), Seal.GENUINE);
    }
}
