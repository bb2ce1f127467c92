export const PGP_PAYLOAD =
  'tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nauthor Ada <ada@example.org> 1700000000 +0000\ncommitter Ada <ada@example.org> 1700000000 +0000\n\nWork\n';

/** Signatures of it that GnuPG made (`gpg --armor --detach-sign`), with keys made for these tests and thrown away. */
export interface PgpSigned {
  readonly key: string;
  readonly fingerprint: string;
  readonly signature: string;
}

export const PGP_ED25519: PgpSigned = {
  key: [
    '-----BEGIN PGP PUBLIC KEY BLOCK-----',
    '',
    'mDMEZZIAgBYJKwYBBAHaRw8BAQdAdUd+aiFIpzY+1I3yYgbLgrIhEv1nhN/qkAFT',
    'vkmQMtu0FUFkYSA8YWRhQGV4YW1wbGUub3JnPoiQBBMWCAA4FiEEAqALV9PV1hPy',
    '7HHvDr/8Csh2w+MFAmWSAIACGwMFCwkIBwIGFQoJCAsCBBYCAwECHgECF4AACgkQ',
    'Dr/8Csh2w+OEZwD/buamAwTw21SbUtqVpJXB9aIHZZky93vpM237uU4VMpQBAPiO',
    'y52pKvFZHzJINHqij1xtFKxPWuuWrd/tsmyes6AE',
    '=0x84',
    '-----END PGP PUBLIC KEY BLOCK-----',
  ].join('\n'),
  fingerprint: '02a00b57d3d5d613f2ec71ef0ebffc0ac876c3e3',
  signature: [
    '-----BEGIN PGP SIGNATURE-----',
    '',
    'iIYEABYIAC4WIQQCoAtX09XWE/Lsce8Ov/wKyHbD4wUCZZIAgBAcYWRhQGV4YW1w',
    'bGUub3JnAAoJEA6//ArIdsPjpSQBAMU7aY524zzc22HJGuD2tRiVwF4Gt2w6BIfW',
    'JzZILeMlAP0R/4hExeH9mU1Jrzhox84u8w1gEZFttozeHYPKg9CxCA==',
    '=pfbA',
    '-----END PGP SIGNATURE-----',
  ].join('\n'),
};

export const PGP_RSA: PgpSigned = {
  key: [
    '-----BEGIN PGP PUBLIC KEY BLOCK-----',
    '',
    'mQENBGWSAIABCADWkM9gAAAJIA1zzWIYbYY8wPgKEllJ/vnLHEpJkeAREpn0qbzT',
    'Pb5a9GYYQH/JlmC9LxGFJDSrWnCYu6xYge8XIIKcolZTcom36Qmumy8QV24pkUqJ',
    'c8S9vymLCHEXJlvXVKi/KZ+cMhD84Eata8SgDzuligzfaq8MQnd/L26vmn1ES6dT',
    '4X80Th500+5Z/UJkrdPlZQ+BiNzyOO5LFSMK6HuBj+rc5JpFMoVtcc89Gx5iASZp',
    '2Ki4jf4cu0S7Q0f90oONAQaVTkaFkwK/WUp1EmuAqUoKrUrCUYPmO52PDpE2Jw6F',
    'qJrJIvGGnYVJ7ljr2C4WlIy00oOvc01g2VYdABEBAAG0FUJvYiA8Ym9iQGV4YW1w',
    'bGUub3JnPokBTgQTAQoAOBYhBN4hkLue8uFF/PaKJhpvHAZcPGfVBQJlkgCAAhsD',
    'BQsJCAcCBhUKCQgLAgQWAgMBAh4BAheAAAoJEBpvHAZcPGfVHroIANVu7s5IOEOe',
    's0LwZW/6ciPL7N9CVsFiOQXC1A50JboSHkaTxVrclRDpol7vgg9faGKT0WKuCh4Y',
    'iiA5X+ruvU7uet7zB3OnE4SnnGXOhC5kflN1slB/W221zz14fWa1LexZ7dklBDIO',
    'awN74yqT9/0GnnHe9iDtUanXrYJa99qIkn40zZoJUsf6J85oCWZWV8wHpvcSjgPT',
    'Y0WVD2256HdN69c2mWtpGFqrluScCCQ93XhJ9AwjXIME8XJZc/CGrwWR6AwWBMbK',
    'p3aPbOo9Kkbza0DO6pNbsdmcTuGA5fjkgJ4W9viCfkRPGZe6zPNsrnM95RQtWGCw',
    'VkKiXPADE2g=',
    '=suhc',
    '-----END PGP PUBLIC KEY BLOCK-----',
  ].join('\n'),
  fingerprint: 'de2190bb9ef2e145fcf68a261a6f1c065c3c67d5',
  signature: [
    '-----BEGIN PGP SIGNATURE-----',
    '',
    'iQFEBAABCgAuFiEE3iGQu57y4UX89oomGm8cBlw8Z9UFAmWSAIAQHGJvYkBleGFt',
    'cGxlLm9yZwAKCRAabxwGXDxn1dCSB/45/E0INXHvwW/kZYS6AOZ1g1f21lZMxRnb',
    'zhJITpc8GxxgSWhNfExzrhNU2EnQiINbLMqBtudYwlJ/9BImPLo6yEOQV3mpNeI6',
    'FW4K8qv5GEm5H0oyeX1IZBx/9Sr35DL+UxBoLL8n+JcEoOcA/+CI7Y1jyAdiIxCi',
    '4wj2FFJHhXtvkf0RSDV/DJUatlqOJ4vU2IKmuxs5G4T0iApYQ0m3H+0XFgDxvgxt',
    'Pke0IpsJUtiOhOEgtIpC958EHjmL3iElsDagLU+zsC93KA+ZKYgAzEzh1h8woWS6',
    'pV+Y1lVl8fjFuAvZJfBGL9FjUbO8kPgZuyaiSUfG3bx4NpdKnXFP',
    '=sx2s',
    '-----END PGP SIGNATURE-----',
  ].join('\n'),
};

export const PGP_SHA1: PgpSigned = {
  key: PGP_RSA.key,
  fingerprint: 'de2190bb9ef2e145fcf68a261a6f1c065c3c67d5',
  signature: [
    '-----BEGIN PGP SIGNATURE-----',
    '',
    'iQFEBAABAgAuFiEE3iGQu57y4UX89oomGm8cBlw8Z9UFAmWSAIAQHGJvYkBleGFt',
    'cGxlLm9yZwAKCRAabxwGXDxn1fMsCAClbEwPHFMIQ0tcWgtocm7Uh63/G36InqFY',
    'd79UQayM61AULhwQtu6QVm/33ncZvOc1lP246XEJBuH4LCjVqmPVCA/FkD8EzwuD',
    'lHRalQGYkqb0xVuiy4BzOQ+nyKSUo0KVkyZN3FINlKX4DZRA31BfPuQQbW3pyAYl',
    '3SHIyeSFdlR7ftxO0KQn8aNjHPzoTwqPTOsiwiSKihwe99pS+9OQJIPiKv+EkjK/',
    'z2IBXWpvfP1irZGOEeai/+XZ/51R+xA5/d9KBzeLuBwfqxsi3z6EowXfGn3jSrGC',
    'EW6GSvQuYcmWNxyHJOxygrTC9dMXUsLa9F2HEOW3HytxAllHL9c3',
    '=gi/c',
    '-----END PGP SIGNATURE-----',
  ].join('\n'),
};
