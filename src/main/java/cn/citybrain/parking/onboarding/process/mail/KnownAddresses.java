package cn.citybrain.parking.onboarding.process.mail;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mail addresses that are kept here: of people who may log in, of companies and vendors. */
@Component
class KnownAddresses {

    private final JdbcClient jdbc;

    KnownAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean has(String address) {
        return jdbc.sql("SELECT (SELECT COUNT(*) FROM account a JOIN ACT_ID_USER u ON u.ID_ = a.user_id"
                                + " WHERE a.state = 'ACTIVE' AND lower(u.EMAIL_) = :mail)"
                                + " + (SELECT COUNT(*) FROM merchant WHERE lower(contact_email) = :mail)"
                                + " + (SELECT COUNT(*) FROM vendor WHERE lower(contact_email) = :mail)")
                        .param("mail", address.toLowerCase(Locale.ROOT))
                        .query(Long.class)
                        .single()
                > 0;
    }
}
