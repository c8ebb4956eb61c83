/** The people (人员) as supervisors and administrators keep them: list, one person, what may be done. Knows accounts, and nothing of how they are kept. */
package cn.citybrain.parking.onboarding.masterdata.person;
