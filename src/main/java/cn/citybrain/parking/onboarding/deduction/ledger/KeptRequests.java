package cn.citybrain.parking.onboarding.deduction.ledger;

import cn.citybrain.parking.onboarding.channel.charge.SentRequest;
import cn.citybrain.parking.onboarding.channel.charge.SentRequests;
import cn.citybrain.parking.onboarding.deduction.KeptRequest;
import cn.citybrain.parking.onboarding.encryption.FieldCipher;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code sent_request}: the signed requests of charges and refunds, encrypted, written once before each leaves. */
@NamedInterface("services")
@Component
public class KeptRequests implements SentRequests {

    private final JsonMapper json = JsonMapper.builder().build();
    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Clock clock;

    KeptRequests(JdbcClient jdbc, FieldCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void keep(SentRequest request) {
        jdbc.sql("INSERT INTO sent_request (number, kept_at, request) VALUES (?, ?, ?)")
                .params(request.number(), OffsetDateTime.now(clock), seal(request))
                .update();
    }

    /** The requests of a binding's charges and refunds, oldest first. */
    public List<KeptRequest> of(long bindingId) {
        return jdbc.sql("SELECT * FROM sent_request WHERE number IN"
                        + " (SELECT out_trade_no FROM deduction WHERE binding_id = :binding) OR number IN"
                        + " (SELECT r.out_refund_no FROM refund r JOIN deduction d ON d.id = r.deduction_id"
                        + " WHERE d.binding_id = :binding) ORDER BY id")
                .param("binding", bindingId)
                .query(this::row)
                .list();
    }

    private KeptRequest row(ResultSet row, int n) throws SQLException {
        String number = row.getString("number");
        return new KeptRequest(open(number, row.getBytes("request")), SqlTime.read(row, "kept_at"));
    }

    private byte[] seal(SentRequest request) {
        try {
            return cipher.encrypt(json.writeValueAsBytes(request), context(request.number()));
        } catch (IOException e) {
            throw new UncheckedIOException("the request of " + request.number() + " cannot be written", e);
        }
    }

    private SentRequest open(String number, byte[] sealed) {
        try {
            return json.readValue(cipher.decrypt(sealed, context(number)), SentRequest.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the request of " + number + " cannot be read", e);
        }
    }

    private static String context(String number) {
        return "sent_request.request:" + number;
    }
}
