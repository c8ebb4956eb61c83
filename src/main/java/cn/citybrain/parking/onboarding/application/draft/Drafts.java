package cn.citybrain.parking.onboarding.application.draft;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.application.StaleDraft;
import cn.citybrain.parking.onboarding.application.WrongState;
import cn.citybrain.parking.onboarding.application.form.ApplicationForms;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.Field;
import cn.citybrain.parking.onboarding.application.form.FieldRules;
import cn.citybrain.parking.onboarding.application.form.Masking;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import cn.citybrain.parking.onboarding.application.register.PaperUses;
import cn.citybrain.parking.onboarding.document.Document;
import cn.citybrain.parking.onboarding.document.Documents;
import cn.citybrain.parking.onboarding.document.ReadPaper;
import cn.citybrain.parking.onboarding.words.Typed;
import cn.citybrain.parking.onboarding.words.UnseenCharacters;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the operator edits before it is submitted. */
@Component
public class Drafts {

    private static final int VALUE_LENGTH = 2000;

    private final ApplicationRows rows;
    private final DraftRows drafts;
    private final ApplicationForms forms;
    private final OpenFields openFields;
    private final FieldRules rules;
    private final Documents documents;
    private final PaperUses uses;

    Drafts(
            ApplicationRows rows,
            DraftRows drafts,
            ApplicationForms forms,
            OpenFields openFields,
            FieldRules rules,
            Documents documents,
            PaperUses uses) {
        this.rows = rows;
        this.drafts = drafts;
        this.forms = forms;
        this.openFields = openFields;
        this.rules = rules;
        this.documents = documents;
        this.uses = uses;
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
    @Transactional
    public long save(String no, long version, Map<String, String> values, String userId) {
        Application application = rows.locked(no);
        Set<String> open = requireOpen(application);
        if (drafts.version(no) != version) {
            throw new StaleDraft();
        }
        Map<String, String> before = drafts.values(no);
        Map<String, String> merged = new LinkedHashMap<>(before);
        Map<String, String> faults = new LinkedHashMap<>();
        Catalogue catalogue = forms.of(application, overlaid(merged, values));
        Map<String, String> papers = drafts.papers(no);
        values.forEach((key, value) -> catalogue
                .field(key)
                .ifPresentOrElse(
                        field -> merge(field, value, open, merged, papers, faults),
                        () -> faults.put(key, "没有名为 " + key + " 的字段")));
        if (!faults.isEmpty()) {
            throw new InvalidFields("草稿未保存：" + String.join("；", faults.values()), faults);
        }
        drafts.save(no, version, merged, userId);
        if (!merged.equals(before)) {
            rows.changed(no);
        }
        return version + 1;
    }

    /**
     * What the field of a paper is called that is about to be read.
     *
     * @throws InvalidFields if it is not open
     */
    @Transactional(readOnly = true)
    public String openPaper(String no, String fieldKey) {
        return requireOpenPaper(rows.byNo(no), fieldKey).label();
    }

    /**
     * Attaches a paper to its field; the one before is replaced. It is read before, not within a transaction.
     *
     * @throws InvalidFields if the field is not open
     */
    @Transactional
    public Document attach(String no, String fieldKey, ReadPaper paper, String userId) {
        Application application = rows.locked(no);
        requireOpenPaper(application, fieldKey);
        Document document = documents.store(no, fieldKey, application.tenantId(), paper, userId);
        drafts.put(no, fieldKey, document.id()).ifPresent(before -> uses.discard(application.merchantId(), before));
        rows.changed(no);
        return document;
    }

    /** Takes a paper out of the draft; false if it is not there (any more), whatever took its place. */
    @Transactional
    public boolean detach(String no, String documentId) {
        Application application = rows.locked(no);
        Optional<String> field = drafts.fieldOf(no, documentId);
        field.ifPresent(key -> {
            requireOpenPaper(application, key);
            drafts.remove(no, key).ifPresent(before -> uses.discard(application.merchantId(), before));
            rows.changed(no);
        });
        return field.isPresent();
    }

    /** The lots that are chosen with this very save count. */
    private static Map<String, String> overlaid(Map<String, String> before, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(before);
        values.forEach((key, value) -> all.put(key, Objects.requireNonNullElse(value, "")));
        return all;
    }

    private void merge(
            Field field,
            String value,
            Set<String> open,
            Map<String, String> merged,
            Map<String, String> papers,
            Map<String, String> faults) {
        String before = field.isPaper() ? papers.get(field.key()) : merged.get(field.key());
        String after = value == null || value.isBlank() ? null : rules.normal(field, value);
        if (unchanged(field, before, after)) {
            return;
        }
        if (!open.contains(field.key())) {
            faults.put(field.key(), field.label() + "目前没有开放修改，不能更改");
        } else if (field.isPaper()) {
            faults.put(field.key(), field.label() + "请通过上传按钮提交，不能直接填写");
        } else if (after == null) {
            merged.remove(field.key());
        } else if (UnseenCharacters.inLines(after)) {
            faults.put(field.key(), field.label() + "含有看不见的控制字符，请删除后重新填写");
        } else if (Typed.length(after) > VALUE_LENGTH) {
            faults.put(field.key(), field.label() + "太长，请缩短到 " + VALUE_LENGTH + " 个字以内");
        } else {
            merged.put(field.key(), after);
        }
    }

    /** A form sends back what it was shown, masks included: that is no edit. */
    private boolean unchanged(Field field, String before, String after) {
        if (before == null || after == null) {
            return before == null && after == null;
        }
        return before.equals(after)
                || field.sensitive()
                        && rules.normal(field, Masking.masked(field, before)).equals(after);
    }

    private Set<String> requireOpen(Application application) {
        Set<String> open = openFields.of(application);
        if (open.isEmpty()) {
            throw new WrongState(
                    "申请 " + application.no() + " 目前是「" + application.state().title() + "」，不能修改");
        }
        return open;
    }

    private Field requireOpenPaper(Application application, String fieldKey) {
        Set<String> open = requireOpen(application);
        Field field = forms.of(application, drafts.values(application.no()))
                .field(fieldKey)
                .filter(Field::isPaper)
                .orElseThrow(() -> new InvalidFields("没有名为 " + fieldKey + " 的资料字段", Map.of(fieldKey, "没有这个资料字段")));
        if (!open.contains(fieldKey)) {
            String message = field.label() + "目前没有开放修改，不能更改";
            throw new InvalidFields(message, Map.of(fieldKey, message));
        }
        return field;
    }
}
