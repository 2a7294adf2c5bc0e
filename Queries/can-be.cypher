// title nb: Kan noen være i en rolle
// title nn: Kan nokon vere i ei rolle
// title en: Can someone be in a role
// kind: truth
// parameter role: Role
// ask nb: kan menn være {role} | kan menn bli {role} | kan menn bli utsatt for {role} | kan menn regnes som {role}
// ask nn: kan menn vere {role} | kan menn bli {role} | kan menn reknast som {role}
// ask en: can men be {role} | can men become {role} | can men count as {role}
// yes nb: Hvem som helst kan være det.
// yes nn: Kven som helst kan vere det.
// yes en: Anyone can be.
MATCH (role:Role) WHERE role.id IN $role AND role.scope IS NOT NULL
RETURN {node: role, name: 'scope', value: role.scope} AS yes
