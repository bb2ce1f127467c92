/** Skills of testing, operating, securing and building systems; a line is a group, as in software.ts. */
export const OPERATIONS = `
Software testing = QA = Quality assurance = Software QA > Unit testing; Test automation; Integration testing; End-to-end testing; Exploratory testing; Manual testing
Unit testing = Unit tests > JUnit; Jest testing; pytest; Vitest
JUnit = JUnit 5
pytest
Test automation = Automated testing > Selenium; Cypress testing; Playwright testing
Selenium = Selenium WebDriver
Cypress testing = Cypress.io
Playwright testing = Playwright framework
Integration testing = Integration tests
End-to-end testing = E2E testing > Cypress testing; Playwright testing
Test-driven development = TDD
Behaviour-driven development = BDD > Cucumber Gherkin
Load testing = Performance testing = Stress testing > JMeter; k6 load testing
Debugging = Troubleshooting code
DevOps = DevOps practices > CI/CD; Docker; Kubernetes; Terraform; Infrastructure as code; Ansible
CI/CD = Continuous integration = Continuous delivery = Continuous deployment > Jenkins; GitHub Actions; GitLab CI
Jenkins = Jenkins pipeline
GitHub Actions
GitLab CI
Docker = Containerisation = Docker containers > Docker Compose
Kubernetes = K8s = Container orchestration > Helm charts; OpenShift
OpenShift = Red Hat OpenShift
Infrastructure as code = IaC > Terraform; CloudFormation; Pulumi
Terraform = HashiCorp Terraform
Ansible = Ansible automation
Configuration management > Ansible; Puppet configuration; Chef configuration
Site reliability engineering = SRE
Monitoring = Observability > Prometheus monitoring; Grafana; OpenTelemetry
Grafana = Grafana dashboards
Cloud computing = Cloud > AWS; Microsoft Azure; Google Cloud Platform; Cloud architecture
AWS = Amazon Web Services > AWS Lambda; Amazon EC2; Amazon S3; CloudFormation
Microsoft Azure = Azure = Azure cloud > Azure DevOps
Google Cloud Platform = GCP = Google Cloud
Cloud architecture = Cloud solution architecture
Serverless = Serverless computing > AWS Lambda; Azure Functions
Linux = Linux administration = GNU/Linux > Ubuntu; Debian; Red Hat Enterprise Linux; Bash
System administration = Sysadmin = Systems administration > Linux administration; Windows Server; Active Directory
Windows Server = Windows Server administration > Active Directory
Active Directory = Microsoft Active Directory = Entra ID
Computer networking = Network administration = Networking technology > TCP/IP; Cisco routing; DNS administration; Firewall configuration
TCP/IP = Internet protocols
Cisco routing = CCNA = Cisco networking
Virtualisation = Virtual machines > VMware; Hyper-V
VMware = VMware vSphere
IT support = Technical support = Help desk = Service desk = Desktop support
ITIL = IT service management = ITSM
Cybersecurity = Information security = IT security = Cyber security = InfoSec > Penetration testing; Network security; Application security; Incident response; Cryptography
Penetration testing = Pentesting = Ethical hacking
Network security > Firewall configuration; VPN administration
Application security = AppSec = Secure coding > OWASP Top Ten; Threat modelling
Threat modelling = STRIDE threat modelling
Incident response = Security incident handling
Cryptography = Applied cryptography > Public key infrastructure
Identity and access management = IAM > OAuth; Single sign-on; OpenID Connect
OAuth = OAuth 2.0 > OpenID Connect
Security operations = SOC analysis > SIEM
Digital forensics = Computer forensics
Risk assessment = Risk analysis = Risk management > Threat modelling
Data protection = Privacy compliance = GDPR = DSGVO = RGPD
Mobile development = Mobile app development = App development > iOS development; Android development; Flutter; React Native
iOS development = iOS programming > SwiftUI; Swift programming
Android development = Android programming > Jetpack Compose; Kotlin
Flutter = Flutter SDK
Game development = Game programming > Unity engine; Unreal Engine; Godot
Unity engine = Unity3D = Unity game engine
Unreal Engine = UE5
Embedded systems = Embedded programming = Firmware development > Arduino; Microcontroller programming; FreeRTOS
Arduino = Arduino programming
Internet of Things = IoT > MQTT
Robotics = Robot programming > ROS robotics
3D printing = Additive manufacturing
CAD = Computer-aided design > AutoCAD; SolidWorks; Fusion 360
AutoCAD
SolidWorks
PLC programming = SPS-Programmierung = Programmable logic controllers
Electronics = Circuit design > PCB design
Blockchain = Blockchain development > Smart contracts; Solidity programming
Virtual reality = VR development = XR development > Augmented reality
Computer graphics = Graphics programming > OpenGL; WebGL; Shader programming
Operating systems = OS internals
Compilers = Compiler construction
Parallel computing = High-performance computing = HPC > CUDA; OpenMP
Message queues = Messaging systems > Apache Kafka; RabbitMQ
`;
