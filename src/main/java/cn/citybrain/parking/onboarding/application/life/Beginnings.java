package cn.citybrain.parking.onboarding.application.life;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.application.draft.DraftRows;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.Catalogues;
import cn.citybrain.parking.onboarding.application.form.Field;
import cn.citybrain.parking.onboarding.application.form.FieldType;
import cn.citybrain.parking.onboarding.application.lot.IntendedLots;
import cn.citybrain.parking.onboarding.application.opening.Openings;
import cn.citybrain.parking.onboarding.application.profile.Copied;
import cn.citybrain.parking.onboarding.application.profile.Copies;
import cn.citybrain.parking.onboarding.application.register.ApplicationNumbers;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import cn.citybrain.parking.onboarding.application.register.Revision;
import cn.citybrain.parking.onboarding.application.register.Revisions;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How an application begins: as a copy of its company's profile, lots and account chosen at the start before all else. */
@NamedInterface("services")
@Component
public class Beginnings {

    /** What belongs to the application that it was entered in. */
    private static final Set<FieldType> OWN = Set.of(FieldType.PAPER, FieldType.LOTS, FieldType.RECEIVING_ACCOUNT);

    private final ApplicationRows rows;
    private final ApplicationNumbers numbers;
    private final DraftRows drafts;
    private final Revisions revisions;
    private final Catalogues catalogues;
    private final IntendedLots lots;
    private final Openings openings;
    private final Merchants merchants;
    private final ReceivingAccounts accounts;
    private final Copies copies;

    Beginnings(
            ApplicationRows rows,
            ApplicationNumbers numbers,
            DraftRows drafts,
            Revisions revisions,
            Catalogues catalogues,
            IntendedLots lots,
            Openings openings,
            Merchants merchants,
            ReceivingAccounts accounts,
            Copies copies) {
        this.rows = rows;
        this.numbers = numbers;
        this.drafts = drafts;
        this.revisions = revisions;
        this.catalogues = catalogues;
        this.lots = lots;
        this.openings = openings;
        this.merchants = merchants;
        this.accounts = accounts;
        this.copies = copies;
    }

    /**
     * Draws the number of an application that is about to begin. Not within a transaction: it takes a connection of its own,
     * and requests that hold one and wait for a second stop each other.
     */
    public String number(Channel channel) {
        return numbers.next(channel.numberPrefix());
    }

    /**
     * Begins a draft.
     *
     * @param no number that was drawn before
     * @param lotCodes lots of the company that it is meant for
     * @param like number of an earlier application of the company at this channel; what it said goes before the profile,
     *     but for papers and a settlement account that is in use
     * @throws InvalidFields if a lot or the application is not the company's
     */
    @Transactional
    public void begin(
            String no, Channel channel, String tenantId, String userId, List<String> lotCodes, Optional<String> like) {
        Merchant merchant = merchants
                .byTenant(tenantId)
                .orElseThrow(() -> new IllegalArgumentException("没有租户 " + tenantId + " 的车场方"));
        if (!merchants.lockActive(merchant.id())) {
            throw new InvalidFields("公司“" + merchant.name() + "”已停用，不能发起新的申请；如需恢复请联系运营公司", Map.of());
        }
        Catalogue form = catalogues.of(channel);
        Copied copied = copies.of(channel, merchant, lotCodes, userId);
        Map<String, String> known = new LinkedHashMap<>(copied.values());
        like.ifPresent(earlier -> overlay(known, said(earlier, channel, merchant, form), form));
        if (!lotCodes.isEmpty()) {
            form.fields()
                    .filter(field -> field.type() == FieldType.LOTS)
                    .forEach(field -> known.put(field.key(), String.join(",", lotCodes)));
        }
        String stage = form.stages().get(0).key();
        rows.insert(no, channel.code(), merchant.id(), tenantId, stage, drafts.first(no, known), userId);
        copied.papers().forEach((key, paper) -> drafts.put(no, key, paper));
        lots.keep(no, merchant.id(), lotCodes);
        openings.obstacle(merchant, channel, lotCodes).ifPresent(why -> {
            throw new InvalidFields(why + "。请改选后再试", Map.of("lotCodes", why));
        });
    }

    /** What an earlier application said, without the number of an account that is in use: there is only one of each. */
    private Map<String, String> said(String earlier, Channel channel, Merchant merchant, Catalogue form) {
        Application application = rows.find(earlier)
                .filter(found -> found.merchantId() == merchant.id())
                .filter(found -> found.channel().equals(channel.code()))
                .orElseThrow(() -> new InvalidFields("没有这个账户，请重新选择", Map.of("like", "没有这个账户")));
        Map<String, String> values = revisions
                .find(earlier, application.revision())
                .map(Revision::values)
                .orElse(Map.of());
        Map<String, String> said = new LinkedHashMap<>();
        form.fields()
                .filter(field -> isTaken(field) && values.containsKey(field.key()))
                .forEach(field -> said.put(field.key(), values.get(field.key())));
        Optional.ofNullable(said.get(form.accountField()))
                .flatMap(account -> accounts.holder(merchant.id(), channel.code(), account))
                .ifPresent(inUse -> {
                    said.remove(form.accountField());
                    said.keySet().removeAll(ofSettlement(form));
                });
        return said;
    }

    /** What an account that was chosen said goes before the profile; two accounts are never mixed. */
    private static void overlay(Map<String, String> known, Map<String, String> said, Catalogue form) {
        if (said.containsKey(form.accountField())) {
            known.keySet().removeAll(ofSettlement(form));
        }
        known.putAll(said);
    }

    private static List<String> ofSettlement(Catalogue form) {
        return form.fields().filter(Copies::isOfSettlement).map(Field::key).toList();
    }

    private static boolean isTaken(Field field) {
        return !OWN.contains(field.type()) && !field.former();
    }
}
