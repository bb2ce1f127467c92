/** Signatures that OpenSSH's own tool made (`ssh-keygen -Y sign`), with keys made for these tests and thrown away. */
export const PAYLOAD =
  'tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nauthor Ada <ada@example.org> 1700000000 +0000\ncommitter Ada <ada@example.org> 1700000000 +0000\n\nWork\n';

export interface Signed {
  readonly key: string;
  readonly signature: string;
}

export const ED25519: Signed = {
  key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGaJWxoqYHkDUFbeokFVJwB/d04igftFQY4ruDd9L+/S ada',
  signature: armoured(
    'U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgZolbGipgeQNQVt6iQVUnAH93TiKB+0VBjiu4N30v79IAAAADZ2l0AAAAAAAAAAZzaG' +
      'E1MTIAAABTAAAAC3NzaC1lZDI1NTE5AAAAQHlv1FpL50G9APUlorEN1+NVNsAS14DpHrppVt14AkUMX1c/Q8tceYynGy4Wm8vpqK1Izy/aWwg8' +
      'btDnvK1LsAA=',
  ),
};

export const P256: Signed = {
  key: 'ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBNaNmDVo2O2yHpVtaHWd/+fO3WefFqAjZZrnhzucqvMT64JqNsixs2r8ECWvyGWmLa1NxJ8ilCN3IUEUsxFGGOM= ada',
  signature: armoured(
    'U1NIU0lHAAAAAQAAAGgAAAATZWNkc2Etc2hhMi1uaXN0cDI1NgAAAAhuaXN0cDI1NgAAAEEE1o2YNWjY7bIelW1odZ3/587dZ58WoCNlmueHO5' +
      'yq8xPrgmo2yLGzavwQJa/IZaYtrU3EnyKUI3chQRSzEUYY4wAAAANnaXQAAAAAAAAABnNoYTUxMgAAAGQAAAATZWNkc2Etc2hhMi1uaXN0cDI1' +
      'NgAAAEkAAAAhAI9sHzO4lm0WSk3znTt27X7Nvwgkt/W0L3zPb7a5bQaFAAAAIEnfV4Wtl6sG6LRQRFkovSVGnxSsfgz2iMDZLp6nJFYj',
  ),
};

export const RSA: Signed = {
  key: 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQDezV+HOAb7gx8dTrg5XKtoYcSHeFlr2/0Mbwo+u6Uqhtu8iGJuXXFn8rn76AC5D3C4B25uLlU026nMjZaY5EoHHb/1/lUOmYvgeSjqKfpmnFD2JxNdojV9JWJR3KrSPHGK4KyBaBXMAMyf2/4X0PgMlhEapxYlf20qnH/YaEZEvAFIch6CAo1H0MJ3sI9I73dFgto1qMo6+6vyCJaBHTjbU0aphU+o4R12tp2Xr2WNPGVJVXfqjHPOWPn8vbB+QOxqTXVEINvDyYkkvhRXhhSL6Y50R5O52qIUglEu2jNsI405h2NWJxzJshBXNG7ipLj6ny7lmzyhwn2hoYJTwpQf ada',
  signature: armoured(
    'U1NIU0lHAAAAAQAAARcAAAAHc3NoLXJzYQAAAAMBAAEAAAEBAN7NX4c4BvuDHx1OuDlcq2hhxId4WWvb/QxvCj67pSqG27yIYm5dcWfyufvoAL' +
      'kPcLgHbm4uVTTbqcyNlpjkSgcdv/X+VQ6Zi+B5KOop+macUPYnE12iNX0lYlHcqtI8cYrgrIFoFcwAzJ/b/hfQ+AyWERqnFiV/bSqcf9hoRkS8' +
      'AUhyHoICjUfQwnewj0jvd0WC2jWoyjr7q/IIloEdONtTRqmFT6jhHXa2nZevZY08ZUlVd+qMc85Y+fy9sH5A7GpNdUQg28PJiSS+FFeGFIvpjn' +
      'RHk7naohSCUS7aM2wjjTmHY1YnHMmyEFc0buKkuPqfLuWbPKHCfaGhglPClB8AAAADZ2l0AAAAAAAAAAZzaGE1MTIAAAEUAAAADHJzYS1zaGEy' +
      'LTUxMgAAAQAzMuCRGdbrsiW4sJHIt0RkApzU6C3t2uVAaHlbxRnr3J6Vju+537rEBLKEUnw1WLEWElXXcNt3VtEWWbtgopwYM55xweN8aBQJE5' +
      '/9Qvcx1TAyC2ayP41cJDcCIrrYrK1JrOGoHO9x31/HkLl7p8yhEC55TDA6FKD1PNSFYOmqL+iZaGsZrR1ktkSIJ3Fy3SqInbXShjU2hFArzM2N' +
      'z9qg1RbNNxEi+v13ZNXPPiZyOWCvP8Trt9My7+8+aWMFlmm0QemmGuOoORDQHtOIeEJItvPHNMrHoCrAYpjyWZrwqD9SL/Zlj7cwyykh6pUTh7' +
      'h9nJUAQ72UN+Y8bsyC20Gh',
  ),
};

/** A kind of key that is not checked. */
export const P384: Signed = {
  key: 'ecdsa-sha2-nistp384 AAAAE2VjZHNhLXNoYTItbmlzdHAzODQAAAAIbmlzdHAzODQAAABhBLE1XQXOb/90q+jTGoeMBCjCFZ4pCgXJujyCFN+by+ytSvZZTRxRYhECJao1LXsR0ik+iWg7c9IMbNwrVuHRUked8OlmMkROHnb4sSGl0lwNnXFrf8bsQfrIrkSfiT6V4A== ada',
  signature: armoured(
    'U1NIU0lHAAAAAQAAAIgAAAATZWNkc2Etc2hhMi1uaXN0cDM4NAAAAAhuaXN0cDM4NAAAAGEEsTVdBc5v/3Sr6NMah4wEKMIVnikKBcm6PIIU35' +
      'vL7K1K9llNHFFiEQIlqjUtexHSKT6JaDtz0gxs3CtW4dFSR53w6WYyRE4edvixIaXSXA2dcWt/xuxB+siuRJ+JPpXgAAAAA2dpdAAAAAAAAAAG' +
      'c2hhNTEyAAAAgwAAABNlY2RzYS1zaGEyLW5pc3RwMzg0AAAAaAAAADBb65MWwqustYn97CwaCpv1DaWL3DWs/sFnj58Ee2/zQ7cUMGTHjnm330' +
      'pnZSAkllkAAAAwJCacigLh1Lh+1Yw7xJ2ncYPP+8kjyQezccDkLWmZNihNpacps/KT4M2a+Ax71H8U',
  ),
};

/** By the Ed25519 key too, but for files (`-n file`). */
export const FOR_FILES: Signed = {
  key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGaJWxoqYHkDUFbeokFVJwB/d04igftFQY4ruDd9L+/S ada',
  signature: armoured(
    'U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgZolbGipgeQNQVt6iQVUnAH93TiKB+0VBjiu4N30v79IAAAAEZmlsZQAAAAAAAAAGc2' +
      'hhNTEyAAAAUwAAAAtzc2gtZWQyNTUxOQAAAEC+2bk0NIvTJ5IwE5f+h071jvocvuGXbo62Z5T2rJcavpBaCObrq/g0k/XmZQ0c1pgF9cqhA0n3' +
      's4QCSArJFDgH',
  ),
};

function armoured(base64: string): string {
  const lines = base64.match(/.{1,70}/g) ?? [];
  return `-----BEGIN SSH SIGNATURE-----\n${lines.join('\n')}\n-----END SSH SIGNATURE-----`;
}
