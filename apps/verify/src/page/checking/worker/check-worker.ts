// The worker of the page, with the parts that the build of the page makes.
import '@proofmark/badge-element/check-worker';
