package cn.citybrain.parking.onboarding.application.life;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.WrongState;
import cn.citybrain.parking.onboarding.application.draft.OpenFields;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.Catalogues;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import cn.citybrain.parking.onboarding.application.register.ChannelFiles;
import cn.citybrain.parking.onboarding.application.register.Revisions;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** The applications as other modules read them. Who may is checked by the callers. */
@NamedInterface("services")
@Component
public class Applications {

    private final ApplicationRows rows;
    private final Revisions revisions;
    private final Merchants merchants;
    private final Catalogues catalogues;
    private final OpenFields openFields;
    private final ChannelFiles files;

    Applications(
            ApplicationRows rows,
            Revisions revisions,
            Merchants merchants,
            Catalogues catalogues,
            OpenFields openFields,
            ChannelFiles files) {
        this.rows = rows;
        this.revisions = revisions;
        this.merchants = merchants;
        this.catalogues = catalogues;
        this.openFields = openFields;
        this.files = files;
    }

    public Optional<Application> find(String no) {
        return rows.find(no);
    }

    /** Those of these numbers that there are. */
    public List<Application> byNos(Collection<String> numbers) {
        return rows.find(numbers);
    }

    /** @throws IllegalArgumentException if there is none */
    public Application byNo(String no) {
        return rows.byNo(no);
    }

    /** When its draft was begun. */
    public Instant createdAt(String no) {
        return rows.createdAt(no);
    }

    /** The newest revision in clear text with its papers, for the channel only. */
    public MerchantApplication forChannel(String no) {
        return files.of(no);
    }

    /** Contact e-mail of the newest revision, or of the merchant before there is one. */
    public String contactEmail(String no) {
        Application application = rows.byNo(no);
        return revisions
                .find(no, application.revision())
                .map(revision -> revision.values().get("contactEmail"))
                .orElseGet(() ->
                        merchants.byId(application.merchantId()).orElseThrow().contactEmail());
    }

    /** What the newest revision calls the merchant's account at the channel. */
    public String account(String no) {
        return revisions
                .find(no, rows.byNo(no).revision())
                .map(revision -> revision.values().get(accountField(no)))
                .orElseThrow(() -> new WrongState("申请 " + no + " 还没有提交"));
    }

    /** Key of the field that names that account. */
    public String accountField(String no) {
        return catalogues.of(Channel.of(rows.byNo(no).channel())).accountField();
    }

    /** Keys of the fields that the operator may edit now, in the order of the form. */
    public Set<String> openFields(String no) {
        return openFields.of(rows.byNo(no));
    }

    /** Those of the keys that are no fields of its form, sorted. */
    public List<String> unknownFields(Application application, Collection<String> keys) {
        Catalogue catalogue = catalogues.of(Channel.of(application.channel()));
        return keys.stream()
                .filter(key -> catalogue.field(key).isEmpty())
                .sorted()
                .toList();
    }
}
