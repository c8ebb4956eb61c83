package cn.citybrain.parking.onboarding.masterdata.page;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import cn.citybrain.parking.onboarding.change.Subject;
import cn.citybrain.parking.onboarding.masterdata.Obstacle;
import cn.citybrain.parking.onboarding.masterdata.company.Companies;
import cn.citybrain.parking.onboarding.masterdata.company.CompanyEnding;
import cn.citybrain.parking.onboarding.masterdata.company.CompanyEntry;
import cn.citybrain.parking.onboarding.masterdata.list.CompanyList;
import cn.citybrain.parking.onboarding.masterdata.list.Ended;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The parking companies: supervisors keep them, reviewers and auditors read them. */
@RestController
@RequestMapping("/api/masterdata/companies")
class CompanyDesk {

    private final Keepers keepers;
    private final CompanyList list;
    private final Companies companies;
    private final CompanyEnding ending;
    private final CompanyPeople people;
    private final Histories histories;

    CompanyDesk(
            Keepers keepers,
            CompanyList list,
            Companies companies,
            CompanyEnding ending,
            CompanyPeople people,
            Histories histories) {
        this.keepers = keepers;
        this.list = list;
        this.companies = companies;
        this.ending = ending;
        this.people = people;
        this.histories = histories;
    }

    /**
     * @param q found in name, code or unified social credit code
     * @param state ACTIVE or ENDED, else all
     */
    @GetMapping
    Page<CompanyList.Row> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        keepers.reader();
        return list.find(new Wanted(q, page, size), Ended.of(state));
    }

    @GetMapping("/{tenant}")
    View one(@PathVariable String tenant) {
        Actor reader = keepers.reader();
        return view(companies.byTenant(tenant), reader);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    View create(@RequestBody Body body) {
        Actor keeper = keepers.keeper();
        return view(companies.create(body.entry(body.tenant()), keeper.userId()), keeper);
    }

    @PutMapping("/{tenant}")
    View change(@PathVariable String tenant, @RequestBody Body body) {
        Actor keeper = keepers.keeper();
        return view(companies.change(body.entry(tenant), body.version(), keeper.userId()), keeper);
    }

    @GetMapping("/{tenant}/obstacles")
    List<Obstacle> obstacles(@PathVariable String tenant) {
        keepers.keeper();
        return ending.obstacles(tenant);
    }

    @PostMapping("/{tenant}/deactivate")
    View deactivate(@PathVariable String tenant, @RequestBody Ending body) {
        Actor keeper = keepers.keeper();
        ending.deactivate(tenant, body.version(), body.reason(), keeper.userId());
        return view(companies.byTenant(tenant), keeper);
    }

    @PostMapping("/{tenant}/activate")
    View activate(@PathVariable String tenant, @RequestBody Ending body) {
        Actor keeper = keepers.keeper();
        ending.activate(tenant, body.version(), keeper.userId());
        return view(companies.byTenant(tenant), keeper);
    }

    /** What was done to it, newest first. */
    @GetMapping("/{tenant}/changes")
    Page<Histories.Entry> changes(@PathVariable String tenant, @RequestParam(defaultValue = "1") int page) {
        keepers.reader();
        companies.byTenant(tenant);
        return histories.of(Subject.company(tenant), page);
    }

    private View view(Merchant company, Actor reader) {
        return new View(
                company.tenantId(),
                company.name(),
                company.uscc(),
                company.contactPerson(),
                Keepers.phone(reader, company.contactPhone()),
                company.contactEmail(),
                company.deactivatedAt(),
                company.version(),
                Keepers.mayChange(reader),
                people.ofTenant(company.tenantId()));
    }

    /**
     * @param contactPhone hidden in its middle from those who do not keep it
     * @param endedAt null while it is active
     */
    record View(
            String tenant,
            String name,
            String uscc,
            String contactPerson,
            String contactPhone,
            String contactEmail,
            Instant endedAt,
            long version,
            boolean mayChange,
            List<CompanyPeople.Person> people) {}

    record Body(
            String tenant,
            String name,
            String uscc,
            String contactPerson,
            String contactPhone,
            String contactEmail,
            long version) {

        CompanyEntry entry(String tenantId) {
            return new CompanyEntry(tenantId, name, uscc, contactPerson, contactPhone, contactEmail);
        }
    }
}
