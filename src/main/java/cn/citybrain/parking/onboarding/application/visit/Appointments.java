package cn.citybrain.parking.onboarding.application.visit;

import cn.citybrain.parking.onboarding.application.Appointment;
import cn.citybrain.parking.onboarding.application.Appointment.Kind;
import cn.citybrain.parking.onboarding.application.VisitAhead;
import cn.citybrain.parking.onboarding.application.WrongState;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import cn.citybrain.parking.onboarding.encryption.FieldCipher;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import cn.citybrain.parking.onboarding.words.Typed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The visits to sign on site (上门签约): only ever appended. The operator has the last word on the date. */
@NamedInterface("services")
@Component
public class Appointments {

    private static final int NOTE_LENGTH = 500;
    private static final int CONTACT_LENGTH = 200;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final ApplicationRows rows;
    private final ApplicationEventPublisher events;

    Appointments(JdbcClient jdbc, FieldCipher cipher, ApplicationRows rows, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.rows = rows;
        this.events = events;
    }

    /** Oldest first. */
    public List<Appointment> of(String applicationNo) {
        return jdbc.sql("SELECT * FROM appointment WHERE application_no = ? ORDER BY id")
                .param(applicationNo)
                .query((row, n) -> appointment(row, applicationNo))
                .list();
    }

    /** The visit that is yet to come; empty before the first date, and after one that was missed or held. */
    public Optional<Appointment> ahead(String applicationNo) {
        return of(applicationNo).stream().reduce((first, second) -> second).filter(newest -> newest.kind()
                .isAhead());
    }

    /**
     * The channel proposes a visit. A proposal that it made before, to the same minute and by the same people, is no news.
     *
     * @param channel its code
     * @return the proposal, empty if it is known
     */
    @Transactional
    public Optional<Appointment> propose(String no, Instant visitAt, String contact, String note, String channel) {
        rows.locked(no);
        Instant at = visitAt.truncatedTo(ChronoUnit.MINUTES);
        String who = cut(contact, CONTACT_LENGTH);
        boolean known = of(no).stream()
                .anyMatch(before -> before.kind() == Kind.PROPOSED
                        && before.visitAt().equals(at)
                        && before.contact().equals(who));
        if (known) {
            return Optional.empty();
        }
        add(no, Kind.PROPOSED, at, who, note, null, channel);
        return ahead(no);
    }

    /** The operator sets the date, agrees to the proposed one, or moves it. */
    @Transactional
    public Appointment agree(String no, Instant visitAt, String contact, String by) {
        rows.locked(no);
        Kind kind = ahead(no)
                .filter(ahead -> !ahead.visitAt().equals(visitAt))
                .map(ahead -> Kind.RESCHEDULED)
                .orElse(Kind.CONFIRMED);
        add(no, kind, visitAt, contact, "", null, by);
        return ahead(no).orElseThrow();
    }

    /**
     * Nobody came. The next date has to be agreed on anew.
     *
     * @throws WrongState if no visit was due yet
     */
    @Transactional
    public Appointment missed(String no, String by) {
        rows.locked(no);
        Appointment due = ahead(no).orElseThrow(() -> new WrongState("还没有登记上门日期，请先登记与对方约定的日期"));
        if (due.visitAt().isAfter(rows.now().toInstant())) {
            throw new WrongState("还没有到约定的上门时间；日期有变动的，请改期");
        }
        add(no, Kind.MISSED, due.visitAt(), due.contact(), "", null, by);
        return due;
    }

    /**
     * They came, and the contract is signed; also before the date, or when nobody had recorded one.
     *
     * @param contractId photo of the contract
     */
    @Transactional
    public void held(String no, String contractId, String by) {
        rows.locked(no);
        Optional<Appointment> agreed = ahead(no);
        Instant now = rows.now().toInstant();
        add(
                no,
                Kind.HELD,
                agreed.map(Appointment::visitAt).filter(at -> at.isBefore(now)).orElse(now),
                agreed.map(Appointment::contact).orElse(""),
                "",
                contractId,
                by);
    }

    private void add(String no, Kind kind, Instant visitAt, String contact, String note, String documentId, String by) {
        jdbc.sql("INSERT INTO appointment (application_no, kind, visit_at, contact, note, document_id, recorded_by,"
                        + " recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(no, kind.name(), OffsetDateTime.ofInstant(visitAt, ZoneOffset.UTC))
                .params(cipher.encrypt(contact, context(no)), cut(note, NOTE_LENGTH), documentId, by, rows.now())
                .update();
        if (kind.isAhead()) {
            events.publishEvent(new VisitAhead(no, visitAt));
        }
    }

    /** Their time is over: removes who was to come. Returns their ids. */
    public List<Long> empty(String no) {
        jdbc.sql("UPDATE appointment SET contact = ?, note = '' WHERE application_no = ?")
                .params(cipher.encrypt("", context(no)), no)
                .update();
        return jdbc.sql("SELECT id FROM appointment WHERE application_no = ? ORDER BY id")
                .param(no)
                .query(Long.class)
                .list();
    }

    private Appointment appointment(ResultSet row, String no) throws SQLException {
        return new Appointment(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                SqlTime.read(row, "visit_at"),
                cipher.decrypt(row.getString("contact"), context(no)),
                row.getString("note"),
                row.getString("document_id"),
                row.getString("recorded_by"),
                SqlTime.read(row, "recorded_at"));
    }

    private static String context(String applicationNo) {
        return "appointment.contact/" + applicationNo;
    }

    private static String cut(String text, int length) {
        String some = Objects.requireNonNullElse(text, "");
        return Typed.cut(some, length);
    }
}
