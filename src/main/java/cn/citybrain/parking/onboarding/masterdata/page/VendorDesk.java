package cn.citybrain.parking.onboarding.masterdata.page;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import cn.citybrain.parking.onboarding.change.Subject;
import cn.citybrain.parking.onboarding.masterdata.Obstacle;
import cn.citybrain.parking.onboarding.masterdata.list.Ended;
import cn.citybrain.parking.onboarding.masterdata.list.VendorList;
import cn.citybrain.parking.onboarding.masterdata.vendor.VendorCompanies;
import cn.citybrain.parking.onboarding.masterdata.vendor.VendorEnding;
import cn.citybrain.parking.onboarding.masterdata.vendor.VendorEntry;
import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.merchant.Vendor;
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

/** The technical vendors with their people: supervisors keep them, reviewers and auditors read them. */
@RestController
@RequestMapping("/api/masterdata/vendors")
class VendorDesk {

    private final Keepers keepers;
    private final VendorList list;
    private final VendorCompanies vendors;
    private final VendorEnding ending;
    private final CompanyPeople people;
    private final Histories histories;

    VendorDesk(
            Keepers keepers,
            VendorList list,
            VendorCompanies vendors,
            VendorEnding ending,
            CompanyPeople people,
            Histories histories) {
        this.keepers = keepers;
        this.list = list;
        this.vendors = vendors;
        this.ending = ending;
        this.people = people;
        this.histories = histories;
    }

    /**
     * @param q found in name or code
     * @param state ACTIVE or ENDED, else all
     */
    @GetMapping
    Page<VendorList.Row> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        keepers.reader();
        return list.find(new Wanted(q, page, size), Ended.of(state));
    }

    @GetMapping("/{group}")
    View one(@PathVariable String group) {
        Actor reader = keepers.reader();
        return view(vendors.byGroup(group), reader);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    View create(@RequestBody Body body) {
        Actor keeper = keepers.keeper();
        return view(vendors.create(body.entry(body.group()), keeper.userId()), keeper);
    }

    @PutMapping("/{group}")
    View change(@PathVariable String group, @RequestBody Body body) {
        Actor keeper = keepers.keeper();
        return view(vendors.change(body.entry(group), body.version(), keeper.userId()), keeper);
    }

    @GetMapping("/{group}/obstacles")
    List<Obstacle> obstacles(@PathVariable String group) {
        keepers.keeper();
        return ending.obstacles(vendors.byGroup(group).groupId());
    }

    @PostMapping("/{group}/deactivate")
    View deactivate(@PathVariable String group, @RequestBody Ending body) {
        Actor keeper = keepers.keeper();
        ending.deactivate(group, body.version(), body.reason(), keeper.userId());
        return view(vendors.byGroup(group), keeper);
    }

    @PostMapping("/{group}/activate")
    View activate(@PathVariable String group, @RequestBody Ending body) {
        Actor keeper = keepers.keeper();
        ending.activate(group, body.version(), keeper.userId());
        return view(vendors.byGroup(group), keeper);
    }

    /** What was done to it, newest first. */
    @GetMapping("/{group}/changes")
    Page<Histories.Entry> changes(@PathVariable String group, @RequestParam(defaultValue = "1") int page) {
        keepers.reader();
        vendors.byGroup(group);
        return histories.of(Subject.vendor(group), page);
    }

    private View view(Vendor vendor, Actor reader) {
        return new View(
                vendor.groupId(),
                vendor.name(),
                vendor.contactPerson(),
                Keepers.phone(reader, vendor.contactPhone()),
                vendor.contactEmail(),
                vendor.deactivatedAt(),
                vendor.version(),
                Keepers.mayChange(reader),
                people.ofGroup(vendor.groupId()));
    }

    /**
     * @param contactPhone hidden in its middle from those who do not keep it
     * @param endedAt null while it is active
     */
    record View(
            String group,
            String name,
            String contactPerson,
            String contactPhone,
            String contactEmail,
            Instant endedAt,
            long version,
            boolean mayChange,
            List<CompanyPeople.Person> people) {}

    record Body(
            String group, String name, String contactPerson, String contactPhone, String contactEmail, long version) {

        VendorEntry entry(String groupId) {
            return new VendorEntry(groupId, name, contactPerson, contactPhone, contactEmail);
        }
    }
}
