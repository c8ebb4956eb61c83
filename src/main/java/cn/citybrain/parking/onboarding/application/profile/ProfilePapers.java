package cn.citybrain.parking.onboarding.application.profile;

import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.application.NotThere;
import cn.citybrain.parking.onboarding.application.form.Field;
import cn.citybrain.parking.onboarding.application.form.FieldRules;
import cn.citybrain.parking.onboarding.document.Document;
import cn.citybrain.parking.onboarding.document.Documents;
import cn.citybrain.parking.onboarding.document.ReadPaper;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.profile.CompanyPaper;
import cn.citybrain.parking.onboarding.words.Typed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The papers that a company's operator puts into its profile, each with its last day. */
@Component
class ProfilePapers {

    private static final String LONG_TERM = "长期";

    private final ProfileChanges changes;
    private final Places places;
    private final Documents documents;
    private final ParkingLots lots;
    private final Clock clock;

    ProfilePapers(ProfileChanges changes, Places places, Documents documents, ParkingLots lots, Clock clock) {
        this.changes = changes;
        this.places = places;
        this.documents = documents;
        this.lots = lots;
        this.clock = clock;
    }

    /**
     * Where a paper stands.
     *
     * @param about name of the lot that it shows, empty for a paper of the company
     * @param validUntil ISO date or 长期; blank where it does not end
     */
    record Where(String place, String about, String validUntil) {}

    /**
     * What the paper of a place is called that is about to be read.
     *
     * @throws InvalidFields if there is no such place, or the last day is refused
     */
    String label(Where where) {
        Field field = paper(where.place());
        end(field, where.validUntil());
        return field.label();
    }

    /** @throws InvalidFields if its place or its last day is refused */
    @Transactional
    public void put(Merchant merchant, long version, Where where, ReadPaper read, String by) {
        changes.locked(merchant.id(), version);
        Field field = paper(where.place());
        requireLot(merchant, field, where.about());
        Optional<LocalDate> end = end(field, where.validUntil());
        Document document = documents.store(null, field.key(), merchant.tenantId(), read, by);
        changes.put(
                merchant.id(),
                new CompanyPaper(field.key(), where.about(), document.id(), end, by, document.uploadedAt()));
        changes.done(merchant.id(), by);
    }

    /** Says until when a paper holds. */
    @Transactional
    public void date(Merchant merchant, long version, Where where, String by) {
        CompanyPaper paper = kept(merchant, version, where);
        changes.put(
                merchant.id(),
                new CompanyPaper(
                        paper.place(),
                        paper.about(),
                        paper.documentId(),
                        end(paper(where.place()), where.validUntil()),
                        by,
                        clock.instant()));
        changes.done(merchant.id(), by);
    }

    /** Takes a paper out of the profile; applications that have it keep it. */
    @Transactional
    public void remove(Merchant merchant, long version, Where where, String by) {
        changes.remove(merchant.id(), kept(merchant, version, where));
        changes.done(merchant.id(), by);
    }

    private CompanyPaper kept(Merchant merchant, long version, Where where) {
        return changes.locked(merchant.id(), version)
                .paper(where.place(), where.about())
                .orElseThrow(() -> new NotThere("没有找到这份证照，可能已被删除"));
    }

    private Field paper(String place) {
        return places.papers()
                .field(String.valueOf(place))
                .orElseThrow(() -> new InvalidFields("没有名为 " + place + " 的证照", Map.of("field", "没有这种证照")));
    }

    private void requireLot(Merchant merchant, Field field, String about) {
        boolean fits = Places.isStores(field.key())
                ? lots.ofMerchant(merchant.id()).stream().map(ParkingLot::name).anyMatch(about::equals)
                : about.isEmpty();
        if (!fits) {
            throw refused(field, "请选择" + field.label() + "是哪个停车场的");
        }
    }

    private Optional<LocalDate> end(Field field, String validUntil) {
        String said = Typed.dayOrLongTerm(validUntil);
        if (said.equals(LONG_TERM) || said.isEmpty() && field.validUntil() == null) {
            return Optional.empty();
        }
        LocalDate end = FieldRules.day(said)
                .orElseThrow(() -> refused(field, "请填写" + field.label() + "的有效期至：日期（如 2030-01-31）或“长期”"));
        if (end.isBefore(LocalDate.now(clock))) {
            throw refused(field, field.label() + "已过期（" + end + "），请上传新的证照");
        }
        return Optional.of(end);
    }

    private static InvalidFields refused(Field field, String message) {
        return new InvalidFields(message, Map.of(field.key(), message));
    }
}
