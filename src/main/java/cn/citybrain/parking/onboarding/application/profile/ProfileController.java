package cn.citybrain.parking.onboarding.application.profile;

import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.application.NotThere;
import cn.citybrain.parking.onboarding.application.profile.ProfilePapers.Where;
import cn.citybrain.parking.onboarding.application.register.OwnCompanies;
import cn.citybrain.parking.onboarding.application.register.Uploads;
import cn.citybrain.parking.onboarding.document.ReadPaper;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The page 车场方资料. Each change answers with the whole, in its new version. */
@RestController
@RequestMapping("/api/profile")
class ProfileController {

    private final OwnCompanies own;
    private final KnownCompanies companies;
    private final ProfileViews views;
    private final ProfileEdits edits;
    private final ProfilePapers papers;
    private final Uploads uploads;

    ProfileController(
            OwnCompanies own,
            KnownCompanies companies,
            ProfileViews views,
            ProfileEdits edits,
            ProfilePapers papers,
            Uploads uploads) {
        this.own = own;
        this.companies = companies;
        this.views = views;
        this.edits = edits;
        this.papers = papers;
        this.uploads = uploads;
    }

    record Company(String company, String name) {}

    /** @param company the company's tenant, null for the only one @param values by place */
    record Edit(String company, Long version, Map<String, String> values) {}

    /** @param validUntil ISO date or 长期, null or blank where it does not end */
    record PaperEdit(String company, Long version, String field, String about, String validUntil) {}

    @GetMapping("/companies")
    List<Company> companies() {
        return own.all().stream()
                .map(merchant -> new Company(merchant.tenantId(), merchant.name()))
                .toList();
    }

    @GetMapping
    ProfileView show(@RequestParam(required = false) String company) {
        return view(own.one(company), Map.of());
    }

    /** In clear text, for the operator who edits it. */
    @GetMapping("/values")
    Map<String, String> values(@RequestParam(required = false) String company) {
        return views.facts(companies.of(own.one(company), own.userId()));
    }

    @PutMapping("/values")
    ProfileView save(@RequestBody Edit edit) {
        Merchant merchant = own.one(edit.company());
        return view(merchant, edits.facts(merchant, version(edit.version()), values(edit), own.userId()));
    }

    /** In clear text, for the operator who edits it. */
    @GetMapping("/accounts/{no}")
    Map<String, String> account(@PathVariable int no, @RequestParam(required = false) String company) {
        return companies
                .of(own.one(company), own.userId())
                .profile()
                .account(no)
                .orElseThrow(() -> new NotThere("没有这个结算账户，可能已被删除"))
                .values();
    }

    @PostMapping("/accounts")
    ProfileView add(@RequestBody Edit edit) {
        Merchant merchant = own.one(edit.company());
        edits.account(merchant, version(edit.version()), null, values(edit), own.userId());
        return view(merchant, Map.of());
    }

    @PutMapping("/accounts/{no}")
    ProfileView change(@PathVariable int no, @RequestBody Edit edit) {
        Merchant merchant = own.one(edit.company());
        edits.account(merchant, version(edit.version()), no, values(edit), own.userId());
        return view(merchant, Map.of());
    }

    @DeleteMapping("/accounts/{no}")
    ProfileView remove(
            @PathVariable int no, @RequestParam(required = false) String company, @RequestParam long version) {
        Merchant merchant = own.one(company);
        edits.removeAccount(merchant, version, no, own.userId());
        return view(merchant, Map.of());
    }

    /** @param field the place that the paper takes */
    @PostMapping("/papers")
    ProfileView upload(
            @RequestParam(required = false) String company,
            @RequestParam long version,
            @RequestParam String field,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String validUntil,
            @RequestParam MultipartFile file)
            throws IOException {
        Merchant merchant = own.one(company);
        Where where = new Where(field, about, validUntil);
        ReadPaper read = uploads.read(field, papers.label(where), file.getOriginalFilename(), file.getBytes());
        papers.put(merchant, version, where, read, own.userId());
        return view(merchant, Map.of());
    }

    @PutMapping("/papers")
    ProfileView date(@RequestBody PaperEdit edit) {
        Merchant merchant = own.one(edit.company());
        Where where = new Where(edit.field(), Objects.requireNonNullElse(edit.about(), ""), edit.validUntil());
        papers.date(merchant, version(edit.version()), where, own.userId());
        return view(merchant, Map.of());
    }

    @DeleteMapping("/papers")
    ProfileView remove(
            @RequestParam(required = false) String company,
            @RequestParam long version,
            @RequestParam String field,
            @RequestParam(defaultValue = "") String about) {
        Merchant merchant = own.one(company);
        papers.remove(merchant, version, new Where(field, about, ""), own.userId());
        return view(merchant, Map.of());
    }

    private ProfileView view(Merchant merchant, Map<String, String> warnings) {
        return views.of(companies.of(merchant, own.userId()), warnings);
    }

    private static long version(Long version) {
        if (version == null) {
            throw new InvalidFields("请求须包含 version", Map.of());
        }
        return version;
    }

    private static Map<String, String> values(Edit edit) {
        if (edit.values() == null) {
            throw new InvalidFields("请求须包含 values", Map.of());
        }
        return edit.values();
    }
}
