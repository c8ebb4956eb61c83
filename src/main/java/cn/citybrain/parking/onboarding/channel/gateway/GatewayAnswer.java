package cn.citybrain.parking.onboarding.channel.gateway;

import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.account.ByHand;
import cn.citybrain.parking.onboarding.channel.account.Withdrawal;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Supplier;

/** A verified answer. */
record GatewayAnswer(int status, JsonNode body) {

    boolean ok() {
        return status == 200 || status == 202;
    }

    /** Whether the gateway looked at the request and will not do it: nothing has happened. */
    boolean refused() {
        return status == 400 || status == 401 || status == 403 || status == 422;
    }

    boolean unknown() {
        return status == 404;
    }

    /** The member as text, empty where it is missing. */
    String text(String member) {
        return text(body, member);
    }

    /** The gateway's code of a refusal. */
    String code() {
        return text("code").isEmpty() ? "HTTP_" + status : text("code");
    }

    /** The gateway's words of a refusal, never empty. */
    String words() {
        return text("message").isEmpty() ? "渠道网关拒绝（" + code() + "）" : text("message");
    }

    static String text(JsonNode node, String member) {
        return node.path(member).asText("");
    }

    /** A time in RFC 3339, null where it is missing or odd. */
    static Instant time(JsonNode node, String member) {
        try {
            String text = text(node, member);
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException odd) {
            return null;
        }
    }

    /**
     * What the answer to a withdrawal means.
     *
     * @param conflict what is to be done where the gateway says that it is too late (409)
     * @throws ChannelException if it did not do it
     */
    Withdrawal withdrawal(Supplier<ByHand> conflict) {
        if (ok()) {
            return new Withdrawal.Told();
        }
        if (unknown()) {
            return new Withdrawal.NotNeeded("渠道没有收到过，无需撤回");
        }
        if (status == 409) {
            return conflict.get();
        }
        throw new ChannelException("渠道网关没有撤回：" + words());
    }

    /** Names the status only: bodies must not reach a log by accident. */
    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
