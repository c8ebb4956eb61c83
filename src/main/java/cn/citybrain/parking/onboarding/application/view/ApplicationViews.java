package cn.citybrain.parking.onboarding.application.view;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.draft.DraftRows;
import cn.citybrain.parking.onboarding.application.draft.OpenFields;
import cn.citybrain.parking.onboarding.application.form.ApplicationForms;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.Stage;
import cn.citybrain.parking.onboarding.application.lot.ChosenLots;
import cn.citybrain.parking.onboarding.application.lot.IntendedLots;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import cn.citybrain.parking.onboarding.application.register.DecisionRows;
import cn.citybrain.parking.onboarding.application.register.Remarks;
import cn.citybrain.parking.onboarding.application.register.Revision;
import cn.citybrain.parking.onboarding.application.register.Revisions;
import cn.citybrain.parking.onboarding.application.register.SubmittedForms;
import cn.citybrain.parking.onboarding.application.view.ApplicationView.ChannelView;
import cn.citybrain.parking.onboarding.application.view.ApplicationView.Line;
import cn.citybrain.parking.onboarding.application.view.ApplicationView.RemarkView;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.document.Documents;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what a person sees of an application. */
@Component
class ApplicationViews {

    private final ApplicationRows rows;
    private final DraftRows drafts;
    private final Revisions revisions;
    private final Remarks remarks;
    private final DecisionRows decisions;
    private final OpenFields openFields;
    private final ApplicationForms forms;
    private final RevisionHistory history;
    private final Documents documents;
    private final Merchants merchants;
    private final ReceivingAccounts accounts;
    private final LotBindings bindings;
    private final ChosenLots lots;
    private final IntendedLots intended;
    private final SubmittedForms submittedForms;
    private final CompanyPeople people;

    ApplicationViews(
            ApplicationRows rows,
            DraftRows drafts,
            Revisions revisions,
            Remarks remarks,
            DecisionRows decisions,
            OpenFields openFields,
            ApplicationForms forms,
            RevisionHistory history,
            Documents documents,
            Merchants merchants,
            ReceivingAccounts accounts,
            LotBindings bindings,
            ChosenLots lots,
            IntendedLots intended,
            SubmittedForms submittedForms,
            CompanyPeople people) {
        this.rows = rows;
        this.drafts = drafts;
        this.revisions = revisions;
        this.remarks = remarks;
        this.decisions = decisions;
        this.openFields = openFields;
        this.forms = forms;
        this.history = history;
        this.documents = documents;
        this.merchants = merchants;
        this.accounts = accounts;
        this.bindings = bindings;
        this.lots = lots;
        this.intended = intended;
        this.submittedForms = submittedForms;
        this.people = people;
    }

    @Transactional(readOnly = true)
    ApplicationView of(Application application, Actor actor) {
        String no = application.no();
        Visibility visibility = Visibility.of(actor, openFields.of(application));
        Merchant merchant = merchants.byId(application.merchantId()).orElseThrow();
        List<Revision> submitted = revisions.of(no);
        Optional<Revision> newest = submitted.stream().reduce((first, second) -> second);
        // what is being edited is for the company's operators; everybody else sees what was submitted
        boolean draft = !visibility.open().isEmpty();
        Map<String, String> values =
                draft ? drafts.values(no) : newest.map(Revision::values).orElse(Map.of());
        Map<String, String> papers =
                draft ? drafts.papers(no) : newest.map(Revision::papers).orElse(Map.of());
        Catalogue catalogue = forms.of(application, values);
        Map<String, String> names = names(application, submitted);
        List<RemarkView> allRemarks = remarks(no, catalogue);
        Stage stage = forms.whole(application).stage(application.stage());
        ApplicationRows.Milestones milestones = rows.milestones(no);
        return new ApplicationView(
                no,
                application.channel(),
                Channel.of(application.channel()).displayName(),
                merchant.name(),
                merchant.uscc(),
                application.state(),
                stage.title(application.state()),
                application.stage(),
                milestones.startedAt() != null,
                application.isDraft(),
                milestones.begunAt(),
                milestones.changedAt(),
                application.revision(),
                drafts.version(no),
                names.get(application.createdBy()),
                names.get(application.submittedBy()),
                visibility.open(),
                visibility.of(catalogue, values),
                papers(papers, catalogue),
                newest.map(Revision::warnings).orElse(Map.of()),
                newest.map(Revision::explanations).map(visibility::sentences).orElse(Map.of()),
                allRemarks.stream()
                        .filter(remark -> remark.revision() == application.revision())
                        .toList(),
                history.of(submitted, allRemarks, forms.whole(application), catalogue, visibility, names),
                visibility.operator()
                        ? null
                        : decisions.unused(no, application.revision()).orElse(null),
                accounts.byApplication(no).orElse(null),
                bindings.ofApplication(no),
                intended.of(no),
                lots.of(no),
                channel(application),
                application.expectedAt(),
                milestones.closingReason());
    }

    /** The form as far as the application has come, with the lots of what this person sees. */
    Catalogue form(Application application, Actor actor) {
        boolean draft =
                actor.is(Role.LOT_OPERATOR) && !openFields.of(application).isEmpty();
        return draft ? forms.of(application, drafts.values(application.no())) : submittedForms.submitted(application);
    }

    /** Of a page of a list. */
    Page<Line> lines(Page<Application> found) {
        Map<String, String> names =
                people.names(found.rows().stream().map(Application::createdBy).toList());
        return found.map(application -> line(application, names.get(application.createdBy())));
    }

    private Map<String, String> names(Application application, List<Revision> submitted) {
        List<String> who = new ArrayList<>();
        who.add(application.createdBy());
        who.add(application.submittedBy());
        submitted.forEach(revision -> who.add(revision.submittedBy()));
        return people.names(who);
    }

    private Line line(Application application, String createdBy) {
        Stage stage = forms.whole(application).stage(application.stage());
        ApplicationRows.Milestones milestones = rows.milestones(application.no());
        return new Line(
                application.no(),
                application.channel(),
                Channel.of(application.channel()).displayName(),
                application.tenantId(),
                merchants.byId(application.merchantId()).orElseThrow().name(),
                application.state(),
                stage.title(application.state()),
                milestones.startedAt() != null,
                application.revision(),
                createdBy,
                milestones.begunAt(),
                milestones.changedAt(),
                application.isDraft());
    }

    private List<RemarkView> remarks(String no, Catalogue catalogue) {
        return remarks.of(no).stream()
                .map(remark -> new RemarkView(
                        remark.revision(),
                        remark.fieldKey(),
                        catalogue.label(remark.fieldKey()),
                        remark.reason(),
                        remark.source(),
                        remark.author(),
                        remark.createdAt()))
                .toList();
    }

    private List<PaperView> papers(Map<String, String> papers, Catalogue catalogue) {
        return papers.entrySet().stream()
                .filter(entry -> catalogue.field(entry.getKey()).isPresent())
                .map(entry -> PaperView.of(
                        documents.find(entry.getValue()).orElseThrow(),
                        entry.getKey(),
                        catalogue.label(entry.getKey())))
                .toList();
    }

    private static ChannelView channel(Application application) {
        return application.channelState() == null
                ? null
                : new ChannelView(
                        application.channelState(),
                        application.channelStateText(),
                        application.channelLink(),
                        application.channelLinkUntil(),
                        application.expectedAt());
    }
}
