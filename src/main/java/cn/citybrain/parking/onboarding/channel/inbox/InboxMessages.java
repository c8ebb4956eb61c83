package cn.citybrain.parking.onboarding.channel.inbox;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.callback.CallbackRequest;
import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice;
import cn.citybrain.parking.onboarding.channel.callback.InvalidCallback;
import cn.citybrain.parking.onboarding.channel.wire.Digest;
import cn.citybrain.parking.onboarding.encryption.FieldCipher;
import cn.citybrain.parking.onboarding.words.Typed;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Table {@code channel_message}. Bodies, headers and what was read are encrypted. */
@Component
class InboxMessages {

    /** Forged callbacks of a channel kept per minute and per day: an attacker must not fill the disk. */
    static final int REFUSED_PER_MINUTE = 60;

    static final int REFUSED_PER_DAY = 1000;

    /** Of a forged body that much is kept; longer than any genuine one. */
    static final int REFUSED_BODY = 8 * 1024;

    private static final int LONGEST_ID = 100;
    private static final int LONGEST_SUBJECT = 64;
    private static final int EVIDENCE_LENGTH = 4000;
    private static final Set<String> PRIVATE_HEADERS = Set.of("cookie", "authorization");

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final NoticeText texts;
    private final Clock clock;

    InboxMessages(JdbcClient jdbc, FieldCipher cipher, NoticeText texts, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * @return id of the row
     * @throws org.springframework.dao.DuplicateKeyException if a message with this id is there
     * @throws InvalidCallback if its number, or that of what it is about, is none that the channel or we could have given
     */
    long add(Channel channel, ChannelNotice notice, CallbackRequest request) {
        requireNumber("通知编号", notice.id(), LONGEST_ID);
        requireNumber("业务编号", texts.subject(notice), LONGEST_SUBJECT);
        return insert(channel, "TAKEN", notice.id(), notice, request);
    }

    /** Keeps a message whose id is there with other content. */
    void addContradicting(Channel channel, ChannelNotice notice, CallbackRequest request) {
        insert(channel, "CONTRADICTING", null, notice, request);
    }

    /** Counts one more delivery of a message; false if the stored one has other content. */
    boolean countRepetition(Channel channel, ChannelNotice notice) {
        return jdbc.sql("UPDATE channel_message SET deliveries = deliveries + 1, last_at = ?"
                                + " WHERE channel = ? AND notice_id = ? AND content_sha256 = ?")
                        .params(now(), channel.code(), notice.id(), sha256(texts.write(notice)))
                        .update()
                == 1;
    }

    /** Keeps what was not genuine: the same body once, and only so many per minute. */
    void addRefused(Channel channel, CallbackRequest request, String why) {
        String sha = Digest.sha256(request.body());
        int repeated = jdbc.sql("UPDATE channel_message SET deliveries = deliveries + 1, last_at = ?"
                        + " WHERE channel = ? AND outcome = 'REFUSED' AND content_sha256 = ?")
                .params(now(), channel.code(), sha)
                .update();
        if (repeated == 0
                && refusedWithin(channel, Duration.ofMinutes(1)) < REFUSED_PER_MINUTE
                && refusedWithin(channel, Duration.ofDays(1)) < REFUSED_PER_DAY) {
            insert(channel, "REFUSED", null, null, null, why, null, sha, beginning(request));
        }
    }

    ChannelNotice notice(long id) {
        return jdbc.sql("SELECT notice, content_sha256 FROM channel_message WHERE id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .single();
    }

    ChannelNotice read(ResultSet row) throws SQLException {
        return texts.read(cipher.decrypt(row.getString("notice"), context(row.getString("content_sha256"))));
    }

    private static CallbackRequest beginning(CallbackRequest request) {
        byte[] body = request.body();
        return body.length <= REFUSED_BODY
                ? request
                : new CallbackRequest(request.path(), request.headers(), Arrays.copyOf(body, REFUSED_BODY));
    }

    private int refusedWithin(Channel channel, Duration age) {
        return jdbc.sql("SELECT count(*) FROM channel_message"
                        + " WHERE channel = ? AND outcome = 'REFUSED' AND received_at > ? AND received_at <= ?")
                .params(channel.code(), now().minus(age), now())
                .query(Integer.class)
                .single();
    }

    private long insert(
            Channel channel, String outcome, String noticeId, ChannelNotice notice, CallbackRequest request) {
        String text = texts.write(notice);
        String sha = sha256(text);
        String encrypted = cipher.encrypt(text, context(sha));
        return insert(
                channel, outcome, noticeId, notice, texts.subject(notice), notice.evidence(), encrypted, sha, request);
    }

    private long insert(
            Channel channel,
            String outcome,
            String noticeId,
            ChannelNotice notice,
            String subject,
            String evidence,
            String text,
            String sha,
            CallbackRequest request) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO channel_message (channel, outcome, notice_id, kind, subject, evidence, notice,"
                        + " content_sha256, raw, deliveries, received_at, last_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)")
                .params(channel.code(), outcome, noticeId, notice == null ? null : texts.kind(notice), subject)
                .params(readable(evidence), text, sha, cipher.encrypt(raw(request), context(sha)), now(), now())
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    private static byte[] raw(CallbackRequest request) {
        Map<String, String> headers = new TreeMap<>(request.headers());
        headers.keySet().removeAll(PRIVATE_HEADERS);
        StringBuilder head = new StringBuilder(request.path()).append('\n');
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append('\n'));
        byte[] top = head.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(top, top.length + request.body().length);
        System.arraycopy(request.body(), 0, all, top.length, request.body().length);
        return all;
    }

    private static String context(String sha) {
        return "channel_message:" + sha;
    }

    private static void requireNumber(String name, String number, int longest) {
        if (number.length() > longest || number.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidCallback(name + "过长，或含有控制字符");
        }
    }

    private static String readable(String text) {
        String visible = text.replaceAll("\\p{Cntrl}", " ");
        return Typed.cut(visible, EVIDENCE_LENGTH);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static String sha256(String text) {
        return Digest.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
