package cn.citybrain.parking.onboarding.application.life;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.CheckResult;
import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.application.RemarkSource;
import cn.citybrain.parking.onboarding.application.ReviewDecision;
import cn.citybrain.parking.onboarding.application.StaleDraft;
import cn.citybrain.parking.onboarding.application.WrongState;
import cn.citybrain.parking.onboarding.application.draft.DraftRows;
import cn.citybrain.parking.onboarding.application.draft.Drafts;
import cn.citybrain.parking.onboarding.application.draft.OpenFields;
import cn.citybrain.parking.onboarding.application.draft.Submissions;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.Catalogues;
import cn.citybrain.parking.onboarding.application.lot.ChosenLots;
import cn.citybrain.parking.onboarding.application.profile.Offers;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import cn.citybrain.parking.onboarding.application.register.ChannelFiles;
import cn.citybrain.parking.onboarding.application.register.Remarks;
import cn.citybrain.parking.onboarding.application.register.Revisions;
import cn.citybrain.parking.onboarding.application.register.Uploads;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.document.Document;
import cn.citybrain.parking.onboarding.document.ReadPaper;
import cn.citybrain.parking.onboarding.merchant.BindingRefused;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The applications: what the forms' API and the process do with them. Who may is checked by the callers. */
@NamedInterface("services")
@Component
public class Applications {

    private final ApplicationRows rows;
    private final Beginnings beginnings;
    private final DraftRows draftRows;
    private final Drafts drafts;
    private final Submissions submissions;
    private final ApplicationLife life;
    private final ApplicationStages stages;
    private final Catalogues catalogues;
    private final ReviewDecisions reviews;
    private final ChannelAnswers answers;
    private final OpenFields openFields;
    private final Revisions revisions;
    private final ChannelFiles files;
    private final ChosenLots lots;
    private final Merchants merchants;
    private final Offers offers;
    private final Uploads uploads;

    Applications(
            ApplicationRows rows,
            Beginnings beginnings,
            DraftRows draftRows,
            Drafts drafts,
            Submissions submissions,
            ApplicationLife life,
            ApplicationStages stages,
            Catalogues catalogues,
            ReviewDecisions reviews,
            ChannelAnswers answers,
            OpenFields openFields,
            Revisions revisions,
            ChannelFiles files,
            ChosenLots lots,
            Merchants merchants,
            Offers offers,
            Uploads uploads) {
        this.rows = rows;
        this.beginnings = beginnings;
        this.draftRows = draftRows;
        this.drafts = drafts;
        this.submissions = submissions;
        this.life = life;
        this.stages = stages;
        this.catalogues = catalogues;
        this.reviews = reviews;
        this.answers = answers;
        this.openFields = openFields;
        this.revisions = revisions;
        this.files = files;
        this.lots = lots;
        this.merchants = merchants;
        this.offers = offers;
        this.uploads = uploads;
    }

    public Optional<Application> find(String no) {
        return rows.find(no);
    }

    /** Those of these numbers that there are. */
    public List<Application> byNos(Collection<String> numbers) {
        return rows.find(numbers);
    }

    /** When its draft was begun. */
    public Instant createdAt(String no) {
        return rows.createdAt(no);
    }

    /** @throws IllegalArgumentException if there is none */
    public Application byNo(String no) {
        return rows.byNo(no);
    }

    /** Begins a draft and returns its number. */
    public String create(Channel channel, String tenantId, String userId) {
        return create(channel, tenantId, userId, List.of(), Optional.empty());
    }

    /**
     * Begins a draft and returns its number.
     *
     * @param lotCodes lots of the company that it is meant for
     * @param like number of an earlier application of the company at this channel; what it said goes before the profile,
     *     but for papers and a settlement account that is in use
     * @throws InvalidFields if a lot or the application is not the company's
     */
    public String create(
            Channel channel, String tenantId, String userId, List<String> lotCodes, Optional<String> like) {
        String no = number(channel);
        create(no, channel, tenantId, userId, lotCodes, like);
        return no;
    }

    /**
     * Draws the number of an application that is about to begin. Not within a transaction: it takes a connection of its own,
     * and requests that hold one and wait for a second stop each other.
     */
    public String number(Channel channel) {
        return beginnings.number(channel);
    }

    /** As {@link #create(Channel, String, String, List, Optional)}, under a number that was drawn before. */
    public void create(
            String no, Channel channel, String tenantId, String userId, List<String> lotCodes, Optional<String> like) {
        beginnings.begin(no, channel, tenantId, userId, lotCodes, like);
    }

    /**
     * Merges values into the draft; a blank value clears its field. Papers are attached, not saved.
     *
     * @param version the version that the values were edited on
     * @return the new version
     * @throws StaleDraft if somebody saved in between
     * @throws InvalidFields naming unknown and closed fields
     * @throws WrongState if nothing is open
     */
    public long saveDraft(String no, long version, Map<String, String> values, String userId) {
        return drafts.save(no, version, values, userId);
    }

    /** The version to save on. */
    public long draftVersion(String no) {
        return draftRows.version(no);
    }

    /**
     * Attaches a paper to its field; the one before is replaced. Not within a transaction: the file is read first.
     *
     * @param mediaType what the browser says; not believed
     * @throws InvalidFields if the file or the field is refused
     */
    public Document attach(
            String no, String fieldKey, String fileName, String mediaType, byte[] content, String userId) {
        ReadPaper paper = uploads.read(fieldKey, drafts.openPaper(no, fieldKey), fileName, content);
        return drafts.attach(no, fieldKey, paper, userId);
    }

    /** Checks the draft as {@link #submit} would. */
    public CheckResult check(String no) {
        return submissions.check(no);
    }

    /**
     * Freezes the draft as the next revision, and opens or corrects the receiving account.
     *
     * @return the number of the revision
     * @throws InvalidFields with a message per field; duplicates name the other application
     */
    public int submit(String no, String userId) {
        return submit(no, Map.of(), userId);
    }

    /** @param explanations what the applicant says to the doubts, by field key: none is left without a sentence */
    public int submit(String no, Map<String, String> explanations, String userId) {
        return submissions.submit(no, explanations, userId);
    }

    /**
     * Submits, and gives the company's profile what the applicant ticked: both or neither.
     *
     * @param profileVersion of the profile that the applicant was shown
     * @param places what of the application the profile shall take over
     * @throws WrongState if the profile was changed since
     */
    @Transactional
    public int submit(
            String no, Map<String, String> explanations, long profileVersion, Set<String> places, String userId) {
        int revision = submissions.submit(no, explanations, userId);
        offers.accept(rows.byNo(no), profileVersion, places, userId);
        return revision;
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

    /** Finds fault with fields of the newest revision. */
    public void remark(String no, List<FieldIssue> issues, RemarkSource source, String author) {
        answers.remark(no, issues, source, author);
    }

    /** Those of the keys that are no fields of its form, sorted. */
    public List<String> unknownFields(Application application, Collection<String> keys) {
        Catalogue catalogue = catalogues.of(Channel.of(application.channel()));
        return keys.stream()
                .filter(key -> catalogue.field(key).isEmpty())
                .sorted()
                .toList();
    }

    /** The stored decision on a revision that no {@link #accept}, {@link #giveBack} or {@link #refuse} has used yet. */
    public Optional<ReviewDecision> decision(String no, int revision) {
        return reviews.unused(no, revision);
    }

    /**
     * The process has begun → FILLING: the first stage of the form is open to the operator, with what is known.
     *
     * @throws WrongState if it was started before
     */
    public void started(String no) {
        stages.started(no);
    }

    /**
     * → FILLING: the next stage of the form is open to the operator. Without effect on the stage that the application
     * stands in.
     *
     * @throws WrongState if the application is past it, or not ready for it
     */
    public void openStage(String no, String stage) {
        openStage(no, stage, Set.of());
    }

    /** @param withTasks the stages that the process has a task for: others that follow are opened along with this one */
    public void openStage(String no, String stage, Set<String> withTasks) {
        stages.open(no, stage, withTasks);
    }

    /**
     * → ACCEPTED, and on to BINDING when the channel has opened the account before and nothing is left to be filled in.
     * Like every turn below, throws {@link WrongState} where the state does not allow it.
     *
     * @return the state that it came to
     */
    public ApplicationState accept(String no, String by) {
        return reviews.accept(no, by);
    }

    /** → RETURNED, with the remarks of the stored decision; refused without any remark on the revision. */
    public void giveBack(String no, String by) {
        reviews.giveBack(no, by);
    }

    /** → REFUSED, with a reason; the receiving account is closed. */
    public void refuse(String no, String by, String reason) {
        reviews.refuse(no, by, reason);
    }

    /**
     * → CHANNEL_REVIEW, or another step of it.
     *
     * @param link where the merchant must go, null if nowhere
     * @param expectedAt when the answer is expected, null if unknown
     */
    public void channelReviewing(String no, String text, String link, Instant expectedAt) {
        answers.reviewing(no, text, link, expectedAt);
    }

    /** When the channel's link ends. Cleared when the channel gives no link any more. */
    public void channelLinkUntil(String no, Instant end) {
        answers.linkUntil(no, end);
    }

    /** The channel's words while it decided nothing; no change of state. */
    public void channelSaid(String no, String text) {
        answers.said(no, text);
    }

    /** → CHANNEL_REFUSED; issues with a field of ours open it for correction. */
    public void channelRefused(String no, List<FieldIssue> issues, String message) {
        answers.refused(no, issues, message);
    }

    /**
     * The account that the channel opened is not the one that was applied for → CHANNEL_REFUSED; the channel opens it anew.
     * Remarks say what does not match.
     */
    public void accountRefused(String no, String message) {
        answers.accountRefused(no, message);
    }

    /** The channel closed it for good → CHANNEL_CLOSED; the receiving account is closed. */
    public void channelClosed(String no, String reason) {
        answers.closed(no, reason);
    }

    /**
     * The channel has opened the account, or knows it already: it takes the channel's number. → BINDING if the
     * application was accepted and nothing is left to be filled in.
     */
    public void opened(String no, String channelAccount) {
        answers.opened(no, channelAccount);
    }

    /** → TESTING. */
    public void testing(String no) {
        life.testing(no);
    }

    /** → DONE. */
    public void done(String no) {
        life.done(no);
    }

    /** → PARTLY_DONE: not every lot went live. */
    public void partlyDone(String no) {
        life.partlyDone(no);
    }

    /** → LOTS_REFUSED: no lot went live, the channel refused some; the receiving account is closed. */
    public void lotsRefused(String no, String reason) {
        life.lotsRefused(no, reason);
    }

    /** → WITHDRAWN; an account that is not live is closed. */
    public void withdrawn(String no, String by, String reason) {
        life.withdrawn(no, by, reason);
    }

    /** → EXPIRED: nobody went on with it; the receiving account is closed. */
    public void expired(String no, String by, String reason) {
        life.expired(no, by, reason);
    }

    /**
     * A draft → DISCARDED.
     *
     * @return false if it was discarded before
     * @throws WrongState if something of it was submitted: that is withdrawn
     */
    public boolean discarded(String no, String by) {
        return life.discarded(no, by);
    }

    /** The operator's choice of lots, in their order; frozen by {@code LotBindings.bind}. */
    public void chooseLots(String no, List<String> lotCodes, String userId) {
        lots.choose(no, lotCodes, userId);
    }

    /** @throws BindingRefused if the channel wants to know where a lot is, and nobody has said */
    public void requirePlace(String no, String lotCode) {
        lots.requirePlace(no, lotCode);
    }

    public List<String> chosenLots(String no) {
        return lots.of(no);
    }

    /** Why a lot of the company cannot be bound under this application's account, Chinese; empty if it can. */
    public Optional<String> lotObstacle(String no, String lotCode) {
        return lots.obstacle(no, lotCode);
    }
}
