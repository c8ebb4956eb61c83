/** The pages of companies, lots and vendors: lists, records, their history, and who may. Knows the other rooms' services. */
package cn.citybrain.parking.onboarding.masterdata.page;
