package cn.citybrain.parking.onboarding.channel;

import cn.citybrain.parking.onboarding.encryption.FieldCipher;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a channel said about one of our numbers and only its adapter understands: Alipay's {@code batch_no} of an
 * application, the day that is part of a UnionPay order's identity, the cashier that CMB gave to a lot. Table
 * {@code channel_reference}; values are encrypted. Every write is committed at once, also from within a transaction, so
 * that the call that follows it cannot outlive it.
 */
@Component
public class ChannelReferences {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Clock clock;
    private final TransactionTemplate atOnce;

    ChannelReferences(JdbcClient jdbc, FieldCipher cipher, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
        this.atOnce = new TransactionTemplate(transactions);
        this.atOnce.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * @param subject our number: of an application, a binding, a deduction
     * @param name what is remembered of it
     */
    public Optional<String> find(Channel channel, String subject, String name) {
        return jdbc.sql("SELECT content FROM channel_reference WHERE channel = ? AND subject = ? AND name = ?")
                .params(channel.code(), subject, name)
                .query(String.class)
                .optional()
                .map(text -> cipher.decrypt(text, context(channel, subject, name)));
    }

    /** Remembers a value for ever: the first one counts, also when two nodes come at once. Returns the one that counts. */
    public String keep(Channel channel, String subject, String name, String value) {
        Optional<String> known = find(channel, subject, name);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            atOnce.executeWithoutResult(status -> insert(channel, subject, name, value));
            return value;
        } catch (DuplicateKeyException somebodyElse) {
            return find(channel, subject, name).orElseThrow();
        }
    }

    /** Remembers a value in place of the one before. */
    public void put(Channel channel, String subject, String name, String value) {
        if (!replace(channel, subject, name, value)
                && !keep(channel, subject, name, value).equals(value)) {
            replace(channel, subject, name, value);
        }
    }

    private boolean replace(Channel channel, String subject, String name, String value) {
        return Boolean.TRUE.equals(atOnce.execute(status -> jdbc.sql("UPDATE channel_reference SET content = ?,"
                                + " written_at = ? WHERE channel = ? AND subject = ? AND name = ?")
                        .params(encrypted(channel, subject, name, value), OffsetDateTime.now(clock))
                        .params(channel.code(), subject, name)
                        .update()
                == 1));
    }

    private void insert(Channel channel, String subject, String name, String value) {
        jdbc.sql("INSERT INTO channel_reference (channel, subject, name, content, written_at) VALUES (?, ?, ?, ?, ?)")
                .params(channel.code(), subject, name)
                .params(encrypted(channel, subject, name, value), OffsetDateTime.now(clock))
                .update();
    }

    private String encrypted(Channel channel, String subject, String name, String value) {
        return cipher.encrypt(value, context(channel, subject, name));
    }

    private static String context(Channel channel, String subject, String name) {
        return "channel_reference:" + channel.code() + "/" + subject + "/" + name;
    }
}
