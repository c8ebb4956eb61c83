package cn.citybrain.parking.onboarding.process.begin;

import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.channel.Channel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What somebody asks for with 申请接入.
 *
 * @param company its tenant; null for the only one of the person
 * @param turn the number that the page was given
 */
record Order(String company, Integer turn, List<Wish> applications) {

    /**
     * One application.
     *
     * @param lotCodes what it is meant for, may be empty
     * @param like number of an earlier application for an account at the channel, whose values are taken over; null for none
     */
    record Wish(String channel, List<String> lotCodes, String like) {

        Wish {
            lotCodes = lotCodes == null ? List.of() : List.copyOf(lotCodes);
            like = like == null || like.isBlank() ? null : like.strip();
        }

        Channel at() {
            return Channel.of(channel);
        }

        Optional<String> known() {
            return Optional.ofNullable(like);
        }
    }

    /** @throws InvalidFields naming what is missing or said twice */
    Order checked() {
        if (turn == null) {
            throw fault("turn", "页面已经过时，请刷新后重新选择");
        }
        if (applications == null || applications.isEmpty()) {
            throw fault("applications", "请至少选择一个支付渠道");
        }
        HashSet<String> channels = new HashSet<>();
        for (Wish wish : applications) {
            if (wish == null
                    || wish.channel() == null
                    || Channel.find(wish.channel()).isEmpty()) {
                throw fault("channel", "没有这个支付渠道，请刷新页面后重新选择");
            }
            if (!channels.add(wish.channel())) {
                throw fault("channel", wish.at().displayName() + "选择了两次，一次只能申请一个账户");
            }
            if (new HashSet<>(wish.lotCodes()).size() < wish.lotCodes().size()) {
                throw fault(wish.channel(), wish.at().displayName() + "：同一个停车场被选择了两次，请只选一次");
            }
        }
        return this;
    }

    /** The same for the same channels, lots and accounts in the same order. */
    String fingerprint() {
        StringBuilder asked = new StringBuilder();
        applications.forEach(wish -> asked.append(wish.channel())
                .append('\n')
                .append(String.join("\t", wish.lotCodes()))
                .append('\n')
                .append(Objects.requireNonNullElse(wish.like(), ""))
                .append('\n'));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(asked.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static InvalidFields fault(String field, String message) {
        return new InvalidFields(message, Map.of(field, message));
    }
}
